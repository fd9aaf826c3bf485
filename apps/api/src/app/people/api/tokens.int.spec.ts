import { createLogger } from '../../platform/logging/create-logger';
import { PUBLIC_URL, aPerson, aToken } from '../../../testing/people';
import { startTestApp } from '../../../testing/test-app';
import { as, bearer, useTokenDesk } from '../../../testing/token-desk';
import type { CreatedTokenDto, TokenDto } from './token.dto';

const desk = useTokenDesk();
const TICKET = { title: 'a', description: 'b', category: 'general', priority: 'low' };

describe('a token', () => {
  it('is shown once, lets a program in, and is stored as a hash', async () => {
    const response = await desk.make(desk.person);

    expect(response.statusCode).toBe(201);
    const { token, ...listed } = response.json<CreatedTokenDto>();
    expect(token).toMatch(/^dkp_[\dA-Za-z]{49}$/);
    expect(listed).toMatchObject({
      name: 'Export',
      start: token.slice(0, 8),
      scopes: ['tickets:read'],
      owner: { id: desk.person.id, kind: 'person' },
    });
    const days = (Date.parse(listed.expires_at ?? '') - Date.parse(listed.created_at)) / 86_400_000;
    expect(days).toBe(90);
    expect(await desk.listStatus(bearer(token))).toBe(200);
    const [row] = await desk.query<[object]>('SELECT * FROM tokens WHERE id = $1', [listed.id]);
    expect(JSON.stringify(row)).not.toContain(token.slice(8));
    const own = await desk.send('GET', '/api/tokens', as(desk.person));
    expect(own.body).not.toContain(token.slice(8));
    expect(own.json<TokenDto[]>()).toMatchObject([{ id: listed.id, last_used_at: expect.any(String) as string }]);
  });

  it.each(['Bearer', 'bearer', 'BEARER'])('is sent as %s', async (scheme) => {
    const { token } = await desk.made(desk.person);

    expect(await desk.listStatus({ authorization: `${scheme} ${token}` })).toBe(200);
  });

  it('is told what it may do by GET /api/session, which ignores the cookie then', async () => {
    const { token } = await desk.made(desk.person, { scopes: ['tickets:read', 'stats:read'] });

    const session = await desk.send('GET', '/api/session', { ...as(desk.admin), ...bearer(token) });
    expect(session.json()).toMatchObject({ mode: 'closed', permissions: ['tickets:read', 'stats:read'] });
    expect(session.json()).not.toHaveProperty('user');
    const unknown = await desk.send('GET', '/api/session', { ...as(desk.admin), ...bearer('dkp_unknown') });
    expect(unknown.json()).toMatchObject({ mode: 'closed', permissions: [] });
  });

  it('changes tickets without the headers of a page, and replaces the cookie', async () => {
    const { token } = await desk.made(desk.person, { scopes: ['tickets:write'] });
    const headers = { host: 'desk.lan:3000', 'sec-fetch-site': 'cross-site', ...bearer(token) };

    expect((await desk.send('POST', '/api/tickets/', headers, TICKET)).statusCode).toBe(201);
    expect((await desk.send('POST', '/api/tickets/', { ...headers, cookie: 'docket-3000=x' }, TICKET)).statusCode).toBe(
      201,
    );
    expect((await desk.send('GET', '/api/tickets/', { ...as(desk.admin), ...bearer(token) })).statusCode).toBe(403);
  });

  it('may do what both its scopes and the current role allow', async () => {
    const headers = await aToken(desk.api.database, desk.admin, ['tickets:read', 'tickets:write']);
    const post = async () =>
      (await desk.other.inject({ method: 'POST', url: '/api/tickets/', headers, payload: TICKET })).statusCode;
    const stats = await desk.send('GET', '/api/tickets/stats/', headers);
    expect(stats.statusCode).toBe(403);
    expect(stats.headers['www-authenticate']).toBe('Bearer error="insufficient_scope", scope="stats:read"');
    expect(await post()).toBe(201);

    await desk.query(`UPDATE users SET role = 'viewer' WHERE id = $1`, [desk.admin.id]);

    expect([await post(), await desk.listStatus(headers)]).toEqual([403, 200]);
  });

  it('notes its use at most once a minute', async () => {
    const { id, token } = await desk.made(desk.person);
    const age = async (change: string) => {
      await desk.query(`UPDATE tokens SET last_used_at = ${change} WHERE id = $1`, [id]);
      await desk.listStatus(bearer(token));
      const [row] = await desk.query<[{ seconds: number }]>(
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
    const response = await desk.send('GET', '/api/tickets/', bearer(token));

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
    const { id, token } = await desk.made(desk.person);
    expect(await desk.listStatus(bearer(token))).toBe(200);

    await desk.query(change, [id]);

    expect(await desk.listStatus(bearer(token))).toBe(401);
  });

  it('costs no query if its checksum is wrong', async () => {
    const { token } = await desk.made(desk.person);
    const query = jest.spyOn(desk.api.database, 'query');

    await desk.send('GET', '/api/tickets/', bearer(`${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`));

    expect(query).not.toHaveBeenCalled();
    query.mockRestore();
  });

  it('is not replaced by the cookie', async () => {
    expect((await desk.send('GET', '/api/tickets/', { ...as(desk.admin), ...bearer('x') })).statusCode).toBe(401);
  });

  it('is not taken for one if the header has another scheme', async () => {
    const basic = { authorization: `Basic ${Buffer.from('proxy:secret').toString('base64')}` };

    expect((await desk.send('GET', '/api/tickets/', { ...as(desk.person), ...basic })).statusCode).toBe(200);
    expect((await desk.send('GET', '/api/tickets/', basic)).headers['www-authenticate']).toBe('Bearer');
  });
});

it('never logs a token', async () => {
  const lines: string[] = [];
  const { token } = await desk.made(desk.person);
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
