import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { freePort } from '#testing/free-port';
import { NodeProcess } from '#testing/node-process';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const { scripts } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { scripts: { start: string } };
const START = scripts.start.split(' ').slice(1);

/** An API process that a drill kills and restarts on the same port. */
export class ApiProcess {
  readonly port: number;
  private readonly settings: Readonly<Record<string, string>>;
  private process: NodeProcess | undefined;

  private constructor(port: number, settings: Readonly<Record<string, string>>) {
    this.port = port;
    this.settings = settings;
  }

  /** Starts the built API like `npm start`, and waits until it is ready. */
  static async start(settings: Readonly<Record<string, string>>): Promise<ApiProcess> {
    const api = new ApiProcess(await freePort(), settings);
    await api.start();
    return api;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Output of the running process. */
  get output(): string {
    return this.process?.output ?? '';
  }

  /** Resident memory in MB. */
  get memory(): number {
    return this.process?.memory ?? NaN;
  }

  async start(): Promise<void> {
    this.process = new NodeProcess(START, {
      cwd: ROOT,
      env: {
        ACCESS: 'open',
        GEMINI_API_KEY: '',
        PUBLIC_URL: '',
        LOG_LEVEL: 'warn',
        ...this.settings,
        PORT: `${this.port}`,
      },
    });
    await this.process.waitForResponse(`${this.url}/readyz`);
  }

  /** Kills the process with SIGKILL, without a chance to clean up. */
  async kill(): Promise<void> {
    await this.process?.stop('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.process?.stop();
  }
}
