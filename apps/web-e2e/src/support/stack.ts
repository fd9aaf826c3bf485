import { NodeProcess, type TestDatabase, createTestDatabase, freePort } from '@docket/testing';
import { Client } from 'pg';
import { Gemini } from './gemini';
import { addLearnedModel } from './learned-model';
import { SERVER } from './server';
import { addSimulatedYear } from './simulated-year';

/** Options for `test.use()`. Each set of options starts a separate stack. */
export interface StackOptions {
  /** Settings of the API, which override those of the stack. */
  settings: Record<string, string>;
  /** Whether sign-in is required. The URL is then http://localhost. */
  isClosed: boolean;
  /** Whether the desk has its own model from the start. It knows the products of `decisionsOfDesk`. */
  hasLearnedModel: boolean;
  /** Whether the ledger has the suggestions of a simulated year from the start. */
  hasSimulatedYear: boolean;
}

/** The built product as users run it: the API with the client, a separate database, and a stand-in for Gemini. */
export class Stack {
  private readonly others: NodeProcess[] = [];

  private constructor(
    readonly url: string,
    readonly gemini: Gemini,
    private readonly api: NodeProcess,
    private readonly database: TestDatabase,
    private readonly env: Record<string, string>,
    /** Description of the simulated year; empty without one. */
    readonly simulatedYear: string,
  ) {}

  static async start({ settings, isClosed, hasLearnedModel, hasSimulatedYear }: StackOptions): Promise<Stack> {
    const template = process.env['DOCKET_TEST_TEMPLATE'];
    const [database, gemini, port] = await Promise.all([createTestDatabase(template), Gemini.start(), freePort()]);
    if (hasLearnedModel) await addLearnedModel(database.settings);
    const simulatedYear = hasSimulatedYear ? await addSimulatedYear(database.settings) : '';
    const url = `http://${isClosed ? 'localhost' : '127.0.0.1'}:${port}`;
    const env = {
      PORT: `${port}`,
      HOST: '127.0.0.1',
      DEMO_TICKETS: 'false',
      LOG_LEVEL: 'warn',
      GEMINI_API_KEY: 'a-key-for-the-stand-in',
      CLASSIFY_BLIND_SHARE: '0',
      GEMINI_BASE_URL: gemini.url,
      ...database.settings,
      ...(isClosed && { ACCESS: 'auto', PUBLIC_URL: url }),
      ...settings,
    };
    const stack = new Stack(url, gemini, new NodeProcess([SERVER], { env }), database, env, simulatedYear);
    try {
      await stack.api.waitForResponse(`${url}/readyz`);
    } catch (error) {
      await stack.stop();
      throw error;
    }
    return stack;
  }

  /**
   * Starts another API process on the same database, which ends with the stack. The embedded database allows only one process, which is
   * then returned.
   * @returns its URL
   */
  async startAnother(): Promise<string> {
    if (!this.database.settings.DATABASE_URL) return this.url;
    const port = await freePort();
    const url = new URL(this.url);
    url.port = `${port}`;
    const env = { ...this.env, PORT: `${port}`, ...(this.env['PUBLIC_URL'] && { PUBLIC_URL: url.origin }) };
    const another = new NodeProcess([SERVER], { env });
    this.others.push(another);
    await another.waitForResponse(`${url.origin}/readyz`);
    return url.origin;
  }

  /** Runs SQL as another program would. The embedded database has no other connections. */
  async sql(statement: string, parameters: unknown[]): Promise<void> {
    const client = new Client({ connectionString: this.database.settings.DATABASE_URL });
    await client.connect();
    await client.query(statement, parameters).finally(() => client.end());
  }

  /** The output of the API so far. */
  get log(): string {
    return this.api.output;
  }

  async stop(): Promise<void> {
    await Promise.all([this.api, ...this.others, this.gemini].map((part) => part.stop()));
    await this.database.remove();
  }
}
