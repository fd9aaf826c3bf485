import { join } from 'node:path';
import { NodeProcess } from '@docket/testing';

/** The built server. DOCKET_DIST overrides the folder of the built apps. */
const MAIN = join(process.env['DOCKET_DIST'] ?? join(__dirname, '../../../../dist/apps'), 'api/main.js');

/** A Docket server in its own process, on a port that the system assigns. */
export class Server extends NodeProcess {
  /** Starts a process with these settings only, and returns at once. */
  constructor(settings: Readonly<Record<string, string | undefined>>, cwd?: string) {
    super([MAIN], { cwd, env: { PORT: '0', DEMO_TICKETS: 'false', ...settings } });
  }

  /** Starts a process and waits until it listens. */
  static async start(settings: Readonly<Record<string, string | undefined>>, cwd?: string): Promise<Server> {
    const server = new Server(settings, cwd);
    await server.listens();
    return server;
  }

  get url(): string {
    const url = LISTENS.exec(this.output)?.[1];
    if (!url) throw new Error(`The server does not listen. It printed:\n${this.output}`);
    return url;
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  /** Waits until the server listens; fails if it ends first. */
  async listens(): Promise<void> {
    await this.waitForOutput(LISTENS);
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

const LISTENS = /Docket listens on (http:\/\/[^\s"]+)/;
