import type { CreatedTokenDto } from '../app/people/api/token.dto';
import { startAnotherInstance } from './another-instance';
import { PUBLIC_URL, SAME_SITE, type TestPerson, aPerson } from './people';
import { type TestApp, startTestApp } from './test-app';

type Headers = Readonly<Record<string, string>>;

/** Two processes of a closed API, with a new person and a new administrator for each test. Registers the hooks that start and stop them. */
export function useTokenDesk(): TokenDesk {
  const desk = new TokenDesk();
  beforeAll(() => desk.start());
  afterAll(() => desk.stop());
  beforeEach(() => desk.addPeople());
  return desk;
}

class TokenDesk {
  api!: TestApp;
  person!: TestPerson;
  admin!: TestPerson;
  /** The other process. */
  other!: TestApp;

  async start(): Promise<void> {
    this.api = await startTestApp({ PUBLIC_URL });
    this.other = await startAnotherInstance(this.api, { PUBLIC_URL });
  }

  async stop(): Promise<void> {
    await this.other.close();
    await this.api.close();
  }

  async addPeople(): Promise<void> {
    this.person = await aPerson(this.api.database);
    this.admin = await aPerson(this.api.database, { role: 'admin' });
  }

  query<T>(sql: string, parameters: unknown[] = []): Promise<T> {
    return this.api.database.query<T>(sql, parameters);
  }

  send(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, headers: Headers, payload?: object) {
    return this.api.inject({ method, url, headers, ...(payload && { payload }) });
  }

  make(by: TestPerson, token: object = {}) {
    return this.send('POST', '/api/tokens', as(by), { name: 'Export', scopes: ['tickets:read'], ...token });
  }

  async made(by: TestPerson, token?: object): Promise<CreatedTokenDto> {
    return (await this.make(by, token)).json();
  }

  async makeService(role = 'agent'): Promise<{ id: number }> {
    return (await this.send('POST', '/api/services', as(this.admin), { name: 'Mail import', role })).json();
  }

  /** The status of the other process's response to a request for the ticket list. */
  async listStatus(headers: Headers): Promise<number> {
    return (await this.other.inject({ method: 'GET', url: '/api/tickets/', headers })).statusCode;
  }
}

/** Headers of a request by a person's browser. */
export function as({ cookie }: TestPerson): Headers {
  return { ...SAME_SITE, cookie };
}

export function bearer(token: string): Headers {
  return { authorization: `Bearer ${token}` };
}
