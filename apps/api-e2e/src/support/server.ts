import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** The built server. DOCKET_DIST names another folder of built apps than the workspace's. */
const MAIN = join(process.env['DOCKET_DIST'] ?? join(__dirname, '../../../../dist/apps'), 'api/main.js');

/** A Docket server as a process of its own, on a port that it picks itself. */
export class Server {
  private readonly process: ChildProcess;
  private text = '';
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;

  /** Starts a process with these settings only, and does not wait for it. */
  constructor(settings: Readonly<Record<string, string>>, cwd?: string) {
    this.process = spawn(process.execPath, [MAIN], {
      cwd,
      env: { PATH: process.env['PATH'], PORT: '0', DEMO_TICKETS: 'false', ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const collect = (chunk: Buffer) => (this.text += chunk.toString());
    this.process.stdout?.on('data', collect);
    this.process.stderr?.on('data', collect);
    this.ended = once(this.process, 'close').then(([code, signal]) => code ?? signal);
    RUNNING.add(this);
    void this.ended.then(() => RUNNING.delete(this));
  }

  /** Starts a process and waits until it listens. */
  static async start(settings: Readonly<Record<string, string>>, cwd?: string): Promise<Server> {
    const server = new Server(settings, cwd);
    await server.listening();
    return server;
  }

  /** All that it has written so far. */
  get output(): string {
    return this.text;
  }

  get url(): string {
    const url = /Docket listens on (http:\/\/[^\s"]+)/.exec(this.text)?.[1];
    if (!url) throw new Error(`The server does not listen. It said:\n${this.text}`);
    return url;
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  /** Waits until it says that it listens; fails when it ends instead. */
  listening(): Promise<void> {
    return this.says('Docket listens on');
  }

  /** Waits until it has written a text; fails when it ends without. */
  async says(text: string): Promise<void> {
    let over = false;
    void this.ended.then(() => (over = true));
    while (!this.text.includes(text)) {
      if (over) throw new Error(`The server ended without "${text}". It said:\n${this.text}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Sends a signal and waits for the end. */
  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | NodeJS.Signals | null> {
    this.signal(signal);
    return this.ended;
  }

  signal(signal: NodeJS.Signals): void {
    this.process.kill(signal);
  }

  fetch(path: string, init?: RequestInit): Promise<Response> {
    return fetch(this.url + path, init);
  }

  /** Files a ticket. */
  post(title: string): Promise<Response> {
    return this.fetch('/api/tickets/', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title, description: 'Filed by a test.', category: 'general', priority: 'low' }),
    });
  }
}

const RUNNING = new Set<Server>();

/** Ends what a test has left running. */
export async function stopAllServers(): Promise<void> {
  await Promise.all([...RUNNING].map((server) => server.stop('SIGKILL')));
}
