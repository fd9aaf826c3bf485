import { createLogger } from '../../platform/logging/create-logger';
import { startAnotherInstance } from '../../../testing/another-instance';
import { PUBLIC_URL, SAME_SITE, type TestPerson, aPerson, aToken } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { CreatedTokenDto, TokenDto } from './token.dto';

let api: TestApp;
let other: TestApp;
let person: TestPerson;
let admin: TestPerson;
beforeAll(async () => {
  api = await startTestApp({ PUBLIC_URL });
  other = await startAnotherInstance(api, { PUBLIC_URL });
});
beforeEach(async () => {
  person = await aPerson(api.database);
  admin = await aPerson(api.database, { role: 'admin' });
});
afterAll(async () => {
  await other.close();
  await api.close();
});

type Headers = Readonly<Record<string, string>>;

const send = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, headers: Headers, payload?: object) =>
  api.inject({ method, url, headers, ...(payload && { payload }) });
const as = ({ cookie }: TestPerson): Headers => ({ ...SAME_SITE, cookie });
const make = (by: TestPerson, token: object = {}) =>
  send('POST', '/api/tokens', as(by), { name: 'Export', scopes: ['tickets:read'], ...token });
const made = async (by: TestPerson, token?: object): Promise<CreatedTokenDto> => (await make(by, token)).json();
const bearer = (token: string): Headers => ({ authorization: `Bearer ${token}` });
const makeService = async (role = 'agent'): Promise<{ id: number }> =>
  (await send('POST', '/api/services', as(admin), { name: 'Mail import', role })).json();
/** The status of a list that another API process responds to. */
const listStatus = async (headers: Headers): Promise<number> =>
  (await other.inject({ method: 'GET', url: '/api/tickets/', headers })).statusCode;
const TICKET = { title: 'a', description: 'b', category: 'general', priority: 'low' };

describe('a token', () => {
  it('is shown once, lets a program in, and is stored as a hash', async () => {
    const response = await make(person);

    expect(response.statusCode).toBe(201);
    const { token, ...listed } = response.json<CreatedTokenDto>();
    expect(token).toMatch(/^dkp_[\dA-Za-z]{49}$/);
    expect(listed).toMatchObject({
      name: 'Export',
      start: token.slice(0, 8),
      scopes: ['tickets:read'],
      owner: { id: person.id, kind: 'person' },
    });
    const days = (Date.parse(listed.expires_at ?? '') - Date.parse(listed.created_at)) / 86_400_000;
    expect(days).toBe(90);
    expect(await listStatus(bearer(token))).toBe(200);
    const [row] = await api.database.query<[object]>('SELECT * FROM tokens WHERE id = $1', [listed.id]);
    expect(JSON.stringify(row)).not.toContain(token.slice(8));
    const own = await send('GET', '/api/tokens', as(person));
    expect(own.body).not.toContain(token.slice(8));
    expect(own.json<TokenDto[]>()).toMatchObject([{ id: listed.id, last_used_at: expect.any(String) as string }]);
  });

  it.each(['Bearer', 'bearer', 'BEARER'])('is sent as %s', async (scheme) => {
    const { token } = await made(person);

    expect(await listStatus({ authorization: `${scheme} ${token}` })).toBe(200);
  });

  it('is told what it may do by GET /api/session, which ignores the cookie then', async () => {
    const { token } = await made(person, { scopes: ['tickets:read', 'stats:read'] });

    const session = await send('GET', '/api/session', { ...as(admin), ...bearer(token) });
    expect(session.json()).toMatchObject({ mode: 'closed', permissions: ['tickets:read', 'stats:read'] });
    expect(session.json()).not.toHaveProperty('user');
    const unknown = await send('GET', '/api/session', { ...as(admin), ...bearer('dkp_unknown') });
    expect(unknown.json()).toMatchObject({ mode: 'closed', permissions: [] });
  });

  it('changes tickets without the headers of a page, and replaces the cookie', async () => {
    const { token } = await made(person, { scopes: ['tickets:write'] });
    const headers = { host: 'desk.lan:3000', 'sec-fetch-site': 'cross-site', ...bearer(token) };

    expect((await send('POST', '/api/tickets/', headers, TICKET)).statusCode).toBe(201);
    expect((await send('POST', '/api/tickets/', { ...headers, cookie: 'docket-3000=x' }, TICKET)).statusCode).toBe(201);
    expect((await send('GET', '/api/tickets/', { ...as(admin), ...bearer(token) })).statusCode).toBe(403);
  });

  it('may do what both its scopes and the current role allow', async () => {
    const headers = await aToken(api.database, admin, ['tickets:read', 'tickets:write']);
    const post = async () =>
      (await other.inject({ method: 'POST', url: '/api/tickets/', headers, payload: TICKET })).statusCode;
    const stats = await send('GET', '/api/tickets/stats/', headers);
    expect(stats.statusCode).toBe(403);
    expect(stats.headers['www-authenticate']).toBe('Bearer error="insufficient_scope", scope="stats:read"');
    expect(await post()).toBe(201);

    await api.database.query(`UPDATE users SET role = 'viewer' WHERE id = $1`, [admin.id]);

    expect([await post(), await listStatus(headers)]).toEqual([403, 200]);
  });

  it('notes its use at most once a minute', async () => {
    const { id, token } = await made(person);
    const age = async (change: string) => {
      await api.database.query(`UPDATE tokens SET last_used_at = ${change} WHERE id = $1`, [id]);
      await listStatus(bearer(token));
      const [row] = await api.database.query<[{ seconds: number }]>(
        'SELECT extract(epoch FROM now() - last_used_at)::float AS seconds FROM tokens WHERE id = $1',
        [id],
      );
      return row.seconds;
    };

    expect(await age('NULL')).toBeLessThan(50);
    expect(await age(`now() - interval '2 minutes'`)).toBeLessThan(50);
    expect(await age(`now() - interval '55 seconds'`)).toBeGreaterThanOrEqual(55);
  });
});

describe('a token that does not work', () => {
  it.each([
    ['is malformed', 'x'],
    ['is empty', ''],
    ['is a JSON Web Token', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.'],
    ['has null bytes', 'dkp_%00'],
    ['is unknown', 'dkp_6Qm0pZdXlI3sPMBzWkHq4vTtC8bJgNfYa1rUxEoLn2ycDS3uiGH'],
    ['is very long', 'a'.repeat(10_000)],
  ])('gets 401 if it %s', async (_what, token) => {
    const response = await send('GET', '/api/tickets/', bearer(token));

    expect(response.statusCode).toBe(401);
    expect(response.headers['www-authenticate']).toBe('Bearer error="invalid_token"');
  });

  it.each([
    ['is revoked', `UPDATE tokens SET revoked_at = now() WHERE id = $1`],
    ['has expired', `UPDATE tokens SET expires_at = now() WHERE id = $1`],
    [
      'has a deactivated owner',
      `UPDATE users SET state = 'deactivated' WHERE id = (SELECT user_id FROM tokens WHERE id = $1)`,
    ],
  ])('gets 401 at once, on another instance, if it %s', async (_what, change) => {
    const { id, token } = await made(person);
    expect(await listStatus(bearer(token))).toBe(200);

    await api.database.query(change, [id]);

    expect(await listStatus(bearer(token))).toBe(401);
  });

  it('costs no query if its checksum is wrong', async () => {
    const { token } = await made(person);
    const query = jest.spyOn(api.database, 'query');

    await send('GET', '/api/tickets/', bearer(`${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`));

    expect(query).not.toHaveBeenCalled();
    query.mockRestore();
  });

  it('is not replaced by the cookie', async () => {
    expect((await send('GET', '/api/tickets/', { ...as(admin), ...bearer('x') })).statusCode).toBe(401);
  });

  it('is not taken for one if the header has another scheme', async () => {
    const basic = { authorization: `Basic ${Buffer.from('proxy:secret').toString('base64')}` };

    expect((await send('GET', '/api/tickets/', { ...as(person), ...basic })).statusCode).toBe(200);
    expect((await send('GET', '/api/tickets/', basic)).headers['www-authenticate']).toBe('Bearer');
  });
});

describe('making tokens', () => {
  it('happens once for each Idempotency-Key, and the secret is not shown again', async () => {
    const repeat = () =>
      send(
        'POST',
        '/api/tokens',
        { ...as(person), 'idempotency-key': 'a' },
        { name: 'Export', scopes: ['tickets:read'] },
      );
    const [first, again] = [await repeat(), await repeat()];

    expect([first.statusCode, again.statusCode]).toEqual([201, 409]);
    expect(again.json()).toMatchObject({ type: '/problems/shown-once' });
    const own = await send('GET', '/api/tokens', as(person));
    expect(own.json()).toHaveLength(1);
    const kept = await api.database.query<object[]>('SELECT * FROM idempotency_keys');
    expect(JSON.stringify(kept)).not.toContain(first.json<CreatedTokenDto>().token.slice(8));
  });

  it.each([
    ['a scope that the role lacks', { scopes: ['tickets:read', 'import'] }, '/scopes'],
    ['no scope', { scopes: [] }, '/scopes'],
    ['an unknown scope', { scopes: ['*'] }, '/scopes'],
    ['a repeated scope', { scopes: ['tickets:read', 'tickets:read'] }, '/scopes'],
    ['one scope as a text', { scopes: 'tickets:read' }, '/scopes'],
    ['a blank name', { name: '\u200b' }, '/name'],
    ['a long name', { name: 'x'.repeat(101) }, '/name'],
    ['no day', { expires_in_days: 0 }, '/expires_in_days'],
    ['more than a year', { expires_in_days: 367 }, '/expires_in_days'],
    ['half a day', { expires_in_days: 0.5 }, '/expires_in_days'],
    ['no end', { expires_in_days: null }, '/expires_in_days'],
    ['an unknown field', { role: 'admin' }, '/role'],
  ])('refuses %s', async (_what, token, pointer) => {
    const response = await make(person, token);

    expect(response.statusCode).toBe(400);
    expect(response.json<{ errors: { pointer: string }[] }>().errors[0]?.pointer).toBe(pointer);
  });

  it('accepts the longest lifetime', async () => {
    expect((await make(person, { expires_in_days: 366 })).statusCode).toBe(201);
  });

  it('needs a proof of identity within ten minutes', async () => {
    await api.database.query(
      `UPDATE sessions SET authenticated_at = now() - interval '11 minutes' WHERE user_id = $1`,
      [person.id],
    );

    const response = await make(person);

    expect(response.statusCode).toBe(403);
    expect(response.json()).toMatchObject({ type: '/problems/step-up-required' });
  });

  it('is not possible with a token, nor are sessions and services', async () => {
    const headers = await aToken(api.database, admin, ['users', 'services', 'settings']);

    const statuses = [
      await send('POST', '/api/tokens', headers, { name: 'a', scopes: ['users'] }),
      await send('GET', '/api/tokens', headers),
      await send('DELETE', '/api/tokens/1', headers),
      await send('POST', '/api/services', headers, { name: 'a', role: 'admin' }),
      await send('GET', '/api/me/sessions', headers),
      await send('POST', '/api/session/step-up', headers, { password: 'x' }),
    ].map(({ statusCode }) => statusCode);

    expect(statuses).toEqual(Array(6).fill(403));
  });

  it('stops at 50 valid tokens of a person, also at the same time', async () => {
    await api.database.query(
      `INSERT INTO tokens (hash, user_id, created_by, name, start, scopes, expires_at, revoked_at)
       SELECT sha256(($1 || ' ' || n)::bytea), $1::integer, $1::integer, 'x', 'dkp_0000', '{tickets:read}',
         now() + interval '1 day', CASE WHEN n > 49 THEN now() END
       FROM generate_series(1, 200) AS n`,
      [person.id],
    );

    const responses = await Promise.all([make(person), make(person)]);

    expect(responses.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
    const [{ count }] = await api.database.query<[{ count: number }]>(
      'SELECT count(*)::integer AS count FROM tokens WHERE user_id = $1 AND revoked_at IS NOT NULL',
      [person.id],
    );
    expect(count).toBe(100); // the older rows of ended tokens are gone
  });

  it('is limited by the database, too', async () => {
    const insert = (start: string, expires: string) =>
      api.database.query(
        `INSERT INTO tokens (hash, user_id, created_by, name, start, scopes, expires_at)
         VALUES (sha256($2::bytea), $1, $1, 'x', $2, '{tickets:read}', ${expires})`,
        [person.id, start],
      );

    await expect(insert('dkp_0000', 'NULL')).rejects.toThrow('tokens_of_people_expire');
    await expect(insert('dkp_0001', `now() + interval '367 days'`)).rejects.toThrow('tokens_lifetime');
  });
});

describe('revoking tokens', () => {
  it('works for the owner, twice, and is recorded once', async () => {
    const { id, token } = await made(person);

    expect((await send('DELETE', `/api/tokens/${id}`, as(person))).statusCode).toBe(204);
    expect((await send('DELETE', `/api/tokens/${id}`, as(person))).statusCode).toBe(204);

    expect(await listStatus(bearer(token))).toBe(401);
    expect((await send('GET', '/api/tokens', as(person))).json()).toEqual([]);
    const events = await api.database.query<unknown[]>(
      'SELECT event, actor_id, details FROM security_events WHERE user_id = $1 ORDER BY id',
      [person.id],
    );
    const details = { token_id: id, name: 'Export', scopes: 'tickets:read', days: 90 };
    expect(events).toEqual([
      { event: 'token_created', actor_id: person.id, details },
      { event: 'token_revoked', actor_id: person.id, details: { token_id: id, name: 'Export' } },
    ]);
  });

  it('works for administrators, and hides tokens from everyone else', async () => {
    const { id } = await made(person);
    const stranger = await aPerson(api.database);

    expect((await send('GET', '/api/tokens', as(stranger))).json()).toEqual([]);
    expect((await send('GET', '/api/tokens?all=true', as(stranger))).statusCode).toBe(403);
    expect((await send('DELETE', `/api/tokens/${id}`, as(stranger))).statusCode).toBe(404);
    expect((await send('DELETE', '/api/tokens/999999', as(admin))).statusCode).toBe(404);
    const [first] = (await send('GET', '/api/tokens?all=true', as(admin))).json<TokenDto[]>();
    expect(first).toMatchObject({ id, owner: { id: person.id, name: 'Person' } });
    expect((await send('DELETE', `/api/tokens/${id}`, as(admin))).statusCode).toBe(204);
  });

  it('needs the page to be of this site', async () => {
    const { id } = await made(person);
    const headers = { ...as(person), origin: 'http://evil.example' };

    expect((await send('DELETE', `/api/tokens/${id}`, headers)).statusCode).toBe(403);
  });

  it('lists all tokens page by page', async () => {
    await api.database.query(
      `INSERT INTO tokens (hash, user_id, created_by, name, start, scopes, expires_at)
       SELECT sha256(('page ' || n)::bytea), $1, $1, 'x', 'dkp_0000', '{tickets:read}', now() + interval '1 day'
       FROM generate_series(1, 250) AS n`,
      [person.id],
    );
    const ids = new Set<number>();

    let url: string | undefined = '/api/tokens?all=true';
    while (url) {
      const page = await send('GET', url, as(admin));
      for (const { id } of page.json<TokenDto[]>()) ids.add(id);
      url = /^<([^>]+)>; rel="next"/.exec(String(page.headers['link'] ?? ''))?.[1];
    }

    const [{ count }] = await api.database.query<[{ count: number }]>(
      'SELECT count(*)::integer AS count FROM tokens WHERE revoked_at IS NULL',
    );
    expect(ids.size).toBe(count);
  });
});

describe('a service', () => {
  it('has tokens that never expire, with its own name', async () => {
    const { id } = await makeService();

    const { token, ...listed } = await made(admin, { user_id: id, expires_in_days: null, scopes: ['tickets:write'] });

    expect(token).toMatch(/^dks_/);
    expect(listed).toMatchObject({ owner: { id, name: 'Mail import', kind: 'service' } });
    expect(listed).not.toHaveProperty('expires_at');
    expect((await send('POST', '/api/tickets/', bearer(token), TICKET)).statusCode).toBe(201);
    const services = (await send('GET', '/api/services', as(admin))).json<object[]>();
    expect(services).toContainEqual(expect.objectContaining({ id, name: 'Mail import', role: 'agent' }));
  });

  it('stops with all its tokens, for good', async () => {
    const { id } = await makeService();
    const { token } = await made(admin, { user_id: id });

    expect((await send('DELETE', `/api/services/${id}`, as(admin))).statusCode).toBe(204);

    expect(await listStatus(bearer(token))).toBe(401);
    expect((await send('DELETE', `/api/services/${id}`, as(admin))).statusCode).toBe(404);
    expect((await make(admin, { user_id: id })).statusCode).toBe(404);
    await api.database.query(`UPDATE users SET state = 'active' WHERE id = $1`, [id]);
    expect(await listStatus(bearer(token))).toBe(401);
  });

  it('is made by administrators only, and has no more than its role', async () => {
    const { id } = await makeService('viewer');

    expect((await send('POST', '/api/services', as(person), { name: 'a', role: 'agent' })).statusCode).toBe(403);
    expect((await make(person, { user_id: id })).statusCode).toBe(403);
    expect((await make(admin, { user_id: id, scopes: ['tickets:write'] })).statusCode).toBe(400);
    expect((await make(admin, { user_id: person.id })).statusCode).toBe(404); // nobody makes tokens for another person
    expect((await send('DELETE', `/api/services/${person.id}`, as(admin))).statusCode).toBe(404);
  });

  it('of the role admin is not an administrator', async () => {
    await makeService('admin');
    await api.database.query(`UPDATE users SET state = 'deactivated' WHERE kind = 'person'`);

    expect((await api.inject({ method: 'GET', url: '/api/session' })).json()).toMatchObject({ needs_set_up: true });
    await api.database.query(`UPDATE users SET state = 'active' WHERE kind = 'person'`);
  });
});

it('never logs a token', async () => {
  const lines: string[] = [];
  const { token } = await made(person);
  const logger = createLogger('trace', { write: (line) => void lines.push(line) });
  const logged = await startTestApp({ PUBLIC_URL }, undefined, logger);

  await logged.inject({ method: 'GET', url: '/api/tickets/', headers: bearer(token) });
  await logged.inject({ method: 'GET', url: '/api/tickets/', headers: bearer('not-a-token-but-secret') });
  await logged.close();

  expect(lines.length).toBeGreaterThanOrEqual(2);
  expect(lines.join()).not.toContain(token.slice(8));
  expect(lines.join()).not.toContain('not-a-token-but-secret');
});

it('lets pages of other origins use tokens, but never cookies', async () => {
  const origin = 'https://tool.example';
  const cross = await startTestApp({ PUBLIC_URL, CORS_ORIGINS: origin });
  try {
    const preflight = await cross.inject({
      method: 'OPTIONS',
      url: '/api/tickets/',
      headers: { origin, 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization' },
    });
    expect(preflight.headers['access-control-allow-origin']).toBe(origin);
    expect(preflight.headers['access-control-allow-headers']).toContain('authorization');
    const agent = await aPerson(cross.database);
    const headers = await aToken(cross.database, agent, ['tickets:read']);
    const list = await cross.inject({ method: 'GET', url: '/api/tickets/', headers: { origin, ...headers } });
    expect(list.statusCode).toBe(200);
    for (const response of [preflight, list]) {
      expect(response.headers['access-control-allow-credentials']).toBeUndefined();
    }
    const refused = await cross.inject({ method: 'GET', url: '/api/tickets/', headers: { origin, ...bearer('x') } });
    expect(refused.headers['access-control-expose-headers']).toContain('WWW-Authenticate');
  } finally {
    await cross.close();
  }
});

it('ignores tokens in the open mode, where everyone may do everything but make them', async () => {
  const open = await startTestApp();
  try {
    const list = await open.inject({ method: 'GET', url: '/api/tickets/', headers: bearer('x') });
    expect(list.statusCode).toBe(200);
    const create = await open.inject({ method: 'POST', url: '/api/tokens', headers: bearer('x'), payload: {} });
    expect(create.statusCode).toBe(403);
  } finally {
    await open.close();
  }
});
