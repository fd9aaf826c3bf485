import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createDatabase, type StackDatabase } from './database';
import { freePort } from './free-port';
import { Gemini } from './gemini';
import { ServerProcess } from './server-process';

const SERVER = join(__dirname, '../../../../dist/apps/api/main.js');

/** The built product, as people use it: the API serving the client, on a database of its own, with a stand-in for Gemini. */
export class Stack {
  private constructor(
    readonly url: string,
    readonly gemini: Gemini,
    private readonly api: ServerProcess,
    private readonly database: StackDatabase,
  ) {}

  /** @param settings of the API, beside those that make it a stack */
  static async start(settings: Record<string, string> = {}): Promise<Stack> {
    if (!existsSync(SERVER)) throw new Error(`${SERVER} is missing: nx run web-e2e:e2e builds it first`);
    const [database, gemini, port] = await Promise.all([createDatabase(), Gemini.start(), freePort()]);
    const url = `http://127.0.0.1:${port}`;
    const api = new ServerProcess('The API', [SERVER], {
      PORT: `${port}`,
      HOST: '127.0.0.1',
      DEMO_TICKETS: 'false',
      LOG_LEVEL: 'warn',
      GEMINI_API_KEY: 'a-key-for-the-stand-in',
      GEMINI_BASE_URL: gemini.url,
      ...database.environment,
      ...settings,
    });
    const stack = new Stack(url, gemini, api, database);
    try {
      await api.untilReady(`${url}/readyz`);
    } catch (error) {
      await stack.stop();
      throw error;
    }
    return stack;
  }

  /** What the API printed. */
  get log(): string {
    return this.api.printed;
  }

  async stop(): Promise<void> {
    await Promise.all([this.api.stop(), this.gemini.stop()]);
    await this.database.remove();
  }
}
