import { join } from 'node:path';
import { NodeProcess } from '@docket/testing';
import { authorizationFor, closedSettings } from './closed-access';

/** Folder of the built apps. */
export const DIST = process.env['DOCKET_DIST'] ?? join(__dirname, '../../../../dist/apps');

/** A Docket server in a separate process, on a port assigned by the system. */
export class Server extends NodeProcess {
  private readonly database: string;
  /** Value of `Authorization` for a closed server. */
  private authorization?: string;

  /** Starts a process with only these settings, without waiting for it. */
  constructor(settings: Readonly<Record<string, string | undefined>>, cwd?: string) {
    const env = { PORT: '0', DEMO_TICKETS: 'false', ...settings, ...closedSettings(settings) };
    super([join(DIST, 'api/main.js')], { cwd, env });
    this.database = String(settings['DATABASE_URL'] ?? settings['DATA_DIR']);
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

  /** Waits until the server listens. Fails if it exits first. */
  async listens(): Promise<void> {
    await this.waitForOutput(LISTENS);
    this.authorization = await authorizationFor(this, this.database);
  }

  /** Additional headers of requests; empty for an open server. */
  get headers(): Readonly<Record<string, string>> {
    return this.authorization ? { authorization: this.authorization } : {};
  }

  /** URL and token, as environment variables for a program with the client package. */
  get clientSettings(): Readonly<Record<string, string>> {
    const [, token] = this.authorization?.split(' ') ?? [];
    return { DOCKET_URL: this.url, ...(token !== undefined && { DOCKET_TOKEN: token }) };
  }

  /** {@link headers} as lines of a raw request. */
  get headerLines(): string {
    return Object.entries(this.headers)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('');
  }

  fetch(path: string, init?: RequestInit): Promise<Response> {
    return fetch(this.url + path, { ...init, headers: { ...this.headers, ...(init?.headers as object) } });
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
