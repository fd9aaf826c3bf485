import type { Server } from './server';

/** Whether the tests run against the closed mode with a token: DOCKET_TEST_CLOSED. */
const IS_CLOSED = process.env['DOCKET_TEST_CLOSED'] === 'true';

const PUBLIC_URL = 'http://localhost';

/** Settings for the closed mode; none if the test chooses the mode by setting PUBLIC_URL. */
export function closedSettings(chosen: object): Readonly<Record<string, string>> {
  return IS_CLOSED && !('PUBLIC_URL' in chosen) ? { PUBLIC_URL, ACCESS: 'auto', REQUEST_LIMITS: 'false' } : {};
}

const ADMINISTRATOR = {
  name: 'Priya Nair',
  email: 'priya.nair@desk.example',
  password: 'green lantern over the quay',
};

/** Authorization headers by database: a restarted server needs no new token. */
const known = new Map<string, string>();

/**
 * Creates the administrator by the set-up link of a closed server, and a token.
 * @param database identifies the database of the server
 * @returns the value of `Authorization`; undefined for an open server
 */
export async function authorizationFor(server: Server, database: string): Promise<string | undefined> {
  if (!IS_CLOSED) return undefined;
  const authorization = known.get(database) ?? `Bearer ${await createToken(server)}`;
  known.set(database, authorization);
  return authorization;
}

async function createToken(server: Server): Promise<string> {
  const [, link = ''] = await server.waitForOutput(/\/set-up#([\w-]+)/);
  const setUp = await send(server, '/api/auth/set-up', { token: link, ...ADMINISTRATOR });
  const cookie = setUp.headers.get('set-cookie')?.split(';')[0] ?? '';
  const scopes = ['tickets:read', 'tickets:write', 'classify', 'stats:read', 'import'];
  const created = await send(server, '/api/tokens', { name: 'Tests', scopes }, { cookie });
  return ((await created.json()) as { token: string }).token;
}

async function send(
  server: Server,
  path: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<Response> {
  const response = await fetch(server.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: PUBLIC_URL, ...headers },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} responded ${response.status}: ${await response.text()}`);
  return response;
}
