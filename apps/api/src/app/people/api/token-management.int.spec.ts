import { aPerson, aToken } from '../../../testing/people';
import { as, bearer, useTokenDesk } from '../../../testing/token-desk';
import type { CreatedTokenDto, TokenDto } from './token.dto';

const desk = useTokenDesk();
const TICKET = { title: 'a', description: 'b', category: 'general', priority: 'low' };

describe('making tokens', () => {
  it('happens once for each Idempotency-Key, and the secret is not shown again', async () => {
    const repeat = () =>
      desk.send(
        'POST',
        '/api/tokens',
        { ...as(desk.person), 'idempotency-key': 'a' },
        { name: 'Export', scopes: ['tickets:read'] },
      );
    const [first, again] = [await repeat(), await repeat()];

    expect([first.statusCode, again.statusCode]).toEqual([201, 409]);
    expect(again.json()).toMatchObject({ type: '/problems/shown-once' });
    const own = await desk.send('GET', '/api/tokens', as(desk.person));
    expect(own.json()).toHaveLength(1);
    const kept = await desk.query<object[]>('SELECT * FROM idempotency_keys');
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
    const response = await desk.make(desk.person, token);

    expect(response.statusCode).toBe(400);
    expect(response.json<{ errors: { pointer: string }[] }>().errors[0]?.pointer).toBe(pointer);
  });

  it('accepts the longest lifetime', async () => {
    expect((await desk.make(desk.person, { expires_in_days: 366 })).statusCode).toBe(201);
  });

  it('needs a proof of identity within ten minutes', async () => {
    await desk.query(`UPDATE sessions SET authenticated_at = now() - interval '11 minutes' WHERE user_id = $1`, [
      desk.person.id,
    ]);

    const response = await desk.make(desk.person);

    expect(response.statusCode).toBe(403);
    expect(response.json()).toMatchObject({ type: '/problems/step-up-required' });
  });

  it('is not possible with a token, nor are sessions and services', async () => {
    const headers = await aToken(desk.api.database, desk.admin, ['users', 'services', 'settings']);

    const statuses = [
      await desk.send('POST', '/api/tokens', headers, { name: 'a', scopes: ['users'] }),
      await desk.send('GET', '/api/tokens', headers),
      await desk.send('DELETE', '/api/tokens/1', headers),
      await desk.send('POST', '/api/services', headers, { name: 'a', role: 'admin' }),
      await desk.send('GET', '/api/me/sessions', headers),
      await desk.send('POST', '/api/session/step-up', headers, { password: 'x' }),
    ].map(({ statusCode }) => statusCode);

    expect(statuses).toEqual(Array(6).fill(403));
  });

  it('stops at 50 valid tokens of a desk.person, also at the same time', async () => {
    await desk.query(
      `INSERT INTO tokens (hash, user_id, created_by, name, start, scopes, expires_at, revoked_at)
       SELECT sha256(($1 || ' ' || n)::bytea), $1::integer, $1::integer, 'x', 'dkp_0000', '{tickets:read}',
         now() + interval '1 day', CASE WHEN n > 49 THEN now() END
       FROM generate_series(1, 200) AS n`,
      [desk.person.id],
    );

    const responses = await Promise.all([desk.make(desk.person), desk.make(desk.person)]);

    expect(responses.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
    const [{ count }] = await desk.query<[{ count: number }]>(
      'SELECT count(*)::integer AS count FROM tokens WHERE user_id = $1 AND revoked_at IS NOT NULL',
      [desk.person.id],
    );
    expect(count).toBe(100); // the older rows of ended tokens are gone
  });

  it('is limited by the database, too', async () => {
    const insert = (start: string, expires: string) =>
      desk.query(
        `INSERT INTO tokens (hash, user_id, created_by, name, start, scopes, expires_at)
         VALUES (sha256($2::bytea), $1, $1, 'x', $2, '{tickets:read}', ${expires})`,
        [desk.person.id, start],
      );

    await expect(insert('dkp_0000', 'NULL')).rejects.toThrow('tokens_of_people_expire');
    await expect(insert('dkp_0001', `now() + interval '367 days'`)).rejects.toThrow('tokens_lifetime');
  });
});

describe('revoking tokens', () => {
  it('works for the owner, twice, and is recorded once', async () => {
    const { id, token } = await desk.made(desk.person);

    expect((await desk.send('DELETE', `/api/tokens/${id}`, as(desk.person))).statusCode).toBe(204);
    expect((await desk.send('DELETE', `/api/tokens/${id}`, as(desk.person))).statusCode).toBe(204);

    expect(await desk.listStatus(bearer(token))).toBe(401);
    expect((await desk.send('GET', '/api/tokens', as(desk.person))).json()).toEqual([]);
    const events = await desk.query<unknown[]>(
      'SELECT event, actor_id, details FROM security_events WHERE user_id = $1 ORDER BY id',
      [desk.person.id],
    );
    const details = { token_id: id, name: 'Export', scopes: 'tickets:read', days: 90 };
    expect(events).toEqual([
      { event: 'token_created', actor_id: desk.person.id, details },
      { event: 'token_revoked', actor_id: desk.person.id, details: { token_id: id, name: 'Export' } },
    ]);
  });

  it('works for administrators, and hides tokens from everyone else', async () => {
    const { id } = await desk.made(desk.person);
    const stranger = await aPerson(desk.api.database);

    expect((await desk.send('GET', '/api/tokens', as(stranger))).json()).toEqual([]);
    expect((await desk.send('GET', '/api/tokens?all=true', as(stranger))).statusCode).toBe(403);
    expect((await desk.send('DELETE', `/api/tokens/${id}`, as(stranger))).statusCode).toBe(404);
    expect((await desk.send('DELETE', '/api/tokens/999999', as(desk.admin))).statusCode).toBe(404);
    const [first] = (await desk.send('GET', '/api/tokens?all=true', as(desk.admin))).json<TokenDto[]>();
    expect(first).toMatchObject({ id, owner: { id: desk.person.id, name: 'Person' } });
    expect((await desk.send('DELETE', `/api/tokens/${id}`, as(desk.admin))).statusCode).toBe(204);
  });

  it('needs the page to be of this site', async () => {
    const { id } = await desk.made(desk.person);
    const headers = { ...as(desk.person), origin: 'http://evil.example' };

    expect((await desk.send('DELETE', `/api/tokens/${id}`, headers)).statusCode).toBe(403);
  });

  it('lists all tokens page by page', async () => {
    await desk.query(
      `INSERT INTO tokens (hash, user_id, created_by, name, start, scopes, expires_at)
       SELECT sha256(('page ' || n)::bytea), $1, $1, 'x', 'dkp_0000', '{tickets:read}', now() + interval '1 day'
       FROM generate_series(1, 250) AS n`,
      [desk.person.id],
    );
    const ids = new Set<number>();

    let url: string | undefined = '/api/tokens?all=true';
    while (url) {
      const page = await desk.send('GET', url, as(desk.admin));
      for (const { id } of page.json<TokenDto[]>()) ids.add(id);
      url = /^<([^>]+)>; rel="next"/.exec(String(page.headers['link'] ?? ''))?.[1];
    }

    const [{ count }] = await desk.query<[{ count: number }]>(
      'SELECT count(*)::integer AS count FROM tokens WHERE revoked_at IS NULL',
    );
    expect(ids.size).toBe(count);
  });
});

describe('a service', () => {
  it('has tokens that never expire, with its own name', async () => {
    const { id } = await desk.makeService();

    const { token, ...listed } = await desk.made(desk.admin, {
      user_id: id,
      expires_in_days: null,
      scopes: ['tickets:write'],
    });

    expect(token).toMatch(/^dks_/);
    expect(listed).toMatchObject({ owner: { id, name: 'Mail import', kind: 'service' } });
    expect(listed).not.toHaveProperty('expires_at');
    expect((await desk.send('POST', '/api/tickets/', bearer(token), TICKET)).statusCode).toBe(201);
    const services = (await desk.send('GET', '/api/services', as(desk.admin))).json<object[]>();
    expect(services).toContainEqual(expect.objectContaining({ id, name: 'Mail import', role: 'agent' }));
  });

  it('stops with all its tokens, for good', async () => {
    const { id } = await desk.makeService();
    const { token } = await desk.made(desk.admin, { user_id: id });

    expect((await desk.send('DELETE', `/api/services/${id}`, as(desk.admin))).statusCode).toBe(204);

    expect(await desk.listStatus(bearer(token))).toBe(401);
    expect((await desk.send('DELETE', `/api/services/${id}`, as(desk.admin))).statusCode).toBe(404);
    expect((await desk.make(desk.admin, { user_id: id })).statusCode).toBe(404);
    await desk.query(`UPDATE users SET state = 'active' WHERE id = $1`, [id]);
    expect(await desk.listStatus(bearer(token))).toBe(401);
  });

  it('is made by administrators only, and has no more than its role', async () => {
    const { id } = await desk.makeService('viewer');

    expect((await desk.send('POST', '/api/services', as(desk.person), { name: 'a', role: 'agent' })).statusCode).toBe(
      403,
    );
    expect((await desk.make(desk.person, { user_id: id })).statusCode).toBe(403);
    expect((await desk.make(desk.admin, { user_id: id, scopes: ['tickets:write'] })).statusCode).toBe(400);
    expect((await desk.make(desk.admin, { user_id: desk.person.id })).statusCode).toBe(404); // nobody makes tokens for another desk.person
    expect((await desk.send('DELETE', `/api/services/${desk.person.id}`, as(desk.admin))).statusCode).toBe(404);
  });

  it('of the role desk.admin is not an administrator', async () => {
    await desk.makeService('admin');
    await desk.query(`UPDATE users SET state = 'deactivated' WHERE kind = 'person'`);

    expect((await desk.api.inject({ method: 'GET', url: '/api/session' })).json()).toMatchObject({
      needs_set_up: true,
    });
    await desk.query(`UPDATE users SET state = 'active' WHERE kind = 'person'`);
  });
});
