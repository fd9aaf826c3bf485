import type { LightMyRequestResponse } from 'fastify';
import { createToken } from '../sessions/secret-token';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { SessionDto } from './session.dto';

const PUBLIC_URL = 'http://desk.lan:3000';
const SAME_SITE = { host: 'desk.lan:3000', origin: PUBLIC_URL };
const ADMIN = { name: 'Priya Nair', email: 'Priya.Nair@desk.example', password: 'green lantern over the quay' };

let api: TestApp;
beforeAll(async () => (api = await startTestApp({ PUBLIC_URL })));
afterAll(() => api.close());

const post = (url: string, payload: object, headers: Record<string, string> = SAME_SITE) =>
  api.inject({ method: 'POST', url, payload, headers });

const session = async (cookie?: string): Promise<SessionDto> =>
  (await api.inject({ method: 'GET', url: '/api/session', ...(cookie && { headers: { cookie } }) })).json();

/** Stores a link as a start does, whose token only the log has. */
async function setUpToken(): Promise<string> {
  const { token, hash } = createToken();
  await api.database.query(
    `INSERT INTO one_time_links (token_hash, kind, expires_at) VALUES ($1, 'set_up', now() + interval '1 hour')`,
    [hash],
  );
  return token;
}

const cookieOf = ({ headers }: LightMyRequestResponse): string => String(headers['set-cookie']).split(';')[0] ?? '';

it('is closed without an administrator, and says so', async () => {
  expect(await session()).toEqual({ mode: 'closed', permissions: [], needs_set_up: true });
  const list = await api.inject({ method: 'GET', url: '/api/tickets/' });
  expect(list.statusCode).toBe(401);
  expect(list.headers['www-authenticate']).toBe('Bearer');
});

describe('with the link of the log', () => {
  it('makes the first administrator once, and signs them in', async () => {
    const token = await setUpToken();

    const [first, second] = await Promise.all([
      post('/api/auth/set-up', { token, ...ADMIN }),
      post('/api/auth/set-up', { token, ...ADMIN, email: 'other@desk.example' }),
    ]);

    const [made, late] = first.statusCode === 201 ? [first, second] : [second, first];
    expect([made.statusCode, late.statusCode]).toEqual([201, 410]);
    expect(late.json()).toMatchObject({ type: '/problems/link-spent' });
    const cookie = cookieOf(made);
    expect(made.headers['set-cookie']).toMatch(
      /^docket-3000=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(await session(cookie)).toMatchObject({ mode: 'closed', user: { role: 'admin' }, needs_set_up: false });
    expect((await api.inject({ method: 'GET', url: '/api/tickets/', headers: { cookie } })).statusCode).toBe(200);
  });
});
