import type { LightMyRequestResponse } from 'fastify';
import { PUBLIC_URL, SAME_SITE, type TestPerson, aPerson, aToken } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Settings } from '../../platform/config/settings';
import { LAST_ADMIN } from '../problem-kinds';
import { UsersService } from '../users/users.service';
import type { UserDto } from './user.dto';

const CLIENT = { ip: '203.0.113.7', userAgent: '', requestId: 'r' };

let api: TestApp;
let admin: TestPerson;
beforeAll(async () => {
  api = await startTestApp({ PUBLIC_URL });
  admin = await aPerson(api.database, { role: 'admin' });
});
afterAll(() => api.close());

interface Request {
  readonly as?: TestPerson;
  readonly payload?: object;
  readonly headers?: Record<string, string>;
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

const send = (method: Method, url: string, { as = admin, payload, headers }: Request = {}) =>
  api.inject({ method, url, headers: { ...SAME_SITE, cookie: as.cookie, ...headers }, ...(payload && { payload }) });
const change = (id: number, payload: object, options: Request = {}) =>
  send('PATCH', `/api/users/${id}`, { ...options, payload });
const invite = (fields: object = {}) => {
  const email = `invited-${++invited}@desk.example`;
  return send('POST', '/api/users', { payload: { name: 'Jonas Brandt', email, role: 'agent', ...fields } });
};
let invited = 0;

const typeOf = (response: LightMyRequestResponse): string => response.json<{ type: string }>().type;
const list = async (query = ''): Promise<UserDto[]> => (await send('GET', `/api/users${query}`)).json();
const readUser = async (id: number): Promise<UserDto | undefined> => (await list()).find((user) => user.id === id);
const ticketsStatus = async ({ cookie }: TestPerson, method: 'GET' | 'POST' = 'GET'): Promise<number> =>
  (await api.inject({ method, url: '/api/tickets/', headers: { ...SAME_SITE, cookie } })).statusCode;

/** The events about a person, oldest first. */
const eventsOf = (userId: number) =>
  api.database.query<{ event: string; actor_id: number | null; details: object | null }[]>(
    'SELECT event, actor_id, details FROM security_events WHERE user_id = $1 ORDER BY id',
    [userId],
  );

describe('the list of users', () => {
  it('has how people sign in, and when they were last seen', async () => {
    const { id, email } = await aPerson(api.database, { role: 'viewer' });

    const user = await readUser(id);

    expect(user).toEqual({
      id,
      kind: 'person',
      name: 'Person',
      email,
      role: 'viewer',
      state: 'active',
      methods: ['password'],
      last_seen_at: expect.any(String) as string,
      is_last_admin: false,
      role_is_managed: false,
      created_at: expect.any(String) as string,
      version: 1,
    });
  });

  it('keeps when people were last seen after their sessions have ended', async () => {
    const { id } = await aPerson(api.database);
    await api.database.query(`UPDATE sessions SET seen_at = '2026-10-03T10:00:00Z' WHERE user_id = $1`, [id]);

    await send('DELETE', `/api/users/${id}/sessions`);

    expect(await readUser(id)).toMatchObject({ last_seen_at: '2026-10-03T10:00:00.000Z' });
  });

  it('finds by name and address, literally and in any case, by role and by state', async () => {
    await invite({ name: 'Zoë 100%', email: 'zoe_1@desk.example', role: 'viewer' });
    const named = async (query: string) => (await list(query)).map(({ name }) => name);

    expect(await named('?search=ZOË')).toEqual(['Zoë 100%']);
    expect(await named(`?search=${encodeURIComponent('0%')}`)).toEqual(['Zoë 100%']);
    expect(await named(`?search=${encodeURIComponent('%z')}`)).toEqual([]);
    expect(await named('?search=ZOE_1&role=viewer,agent&state=invited')).toEqual(['Zoë 100%']);
    expect(await named('?search=zoe_1&role=admin')).toEqual([]);
    expect(await named('?search=zoe_1&state=active&state=deactivated')).toEqual([]);
  });

  it('counts all matching users', async () => {
    const response = await send('GET', '/api/users?search=zoe_1');

    expect(response.headers['x-total-count']).toBe('1');
  });

  it.each(['role=owner', 'state=gone', `search=${'x'.repeat(201)}`, 'limit=7'])('rejects %s', async (query) => {
    expect((await send('GET', `/api/users?${query}`)).statusCode).toBe(400);
  });
});

describe('an invitation', () => {
  it('stores a person who cannot sign in yet', async () => {
    const response = await invite({ name: ' Jonas\n\u202eBrandt ', email: ' Jonas.Brandt@desk.example ' });

    expect(response.statusCode).toBe(201);
    const user = response.json<UserDto>();
    expect(user).toMatchObject({
      name: 'Jonas Brandt',
      email: 'jonas.brandt@desk.example',
      state: 'invited',
      methods: [],
    });
    expect(response.headers['etag']).toBe(`"${user.id}-1"`);
    expect(await eventsOf(user.id)).toEqual([
      { event: 'user_invited', actor_id: admin.id, details: { role: 'agent' } },
    ]);
  });

  it('refuses an address that is taken, in any case, also at the same time', async () => {
    const responses = await Promise.all([
      invite({ email: 'twice@desk.example' }),
      invite({ email: 'Twice@desk.example' }),
    ]);

    expect(responses.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
    expect(typeOf(await invite({ email: admin.email }))).toBe('/problems/email-taken');
  });

  it.each([
    ['no name', { name: '\u200b' }],
    ['an address with a character that nobody sees', { email: 'jo\u200bnas@desk.example' }],
    ['a name that is too long', { name: 'x'.repeat(101) }],
    ['no address', { email: 'jonas' }],
    ['an unknown role', { role: 'owner' }],
    ['a password', { password: 'green lantern over the quay' }],
    ['a state', { state: 'active' }],
    ['a kind', { kind: 'service' }],
    ['an id', { id: 7 }],
  ])('is refused with %s', async (_what, fields) => {
    expect((await invite(fields)).statusCode).toBe(400);
  });
});

describe('a change of a user', () => {
  it('changes the given fields, and records each', async () => {
    const { id } = await aPerson(api.database);

    const changed = await change(id, { name: 'Ana Ruiz', role: 'viewer' }, { headers: { 'if-match': `"${id}-1"` } });

    expect(changed.statusCode).toBe(200);
    expect(changed.json()).toMatchObject({ name: 'Ana Ruiz', role: 'viewer', state: 'active', version: 2 });
    expect(changed.headers['etag']).toBe(`"${id}-2"`);
    expect(await eventsOf(id)).toEqual([
      { event: 'user_renamed', actor_id: admin.id, details: { from: 'Person', to: 'Ana Ruiz' } },
      { event: 'role_changed', actor_id: admin.id, details: { from: 'agent', to: 'viewer' } },
    ]);
  });

  it('changes nothing for current values', async () => {
    const { id } = await aPerson(api.database);

    expect((await change(id, { role: 'agent', state: 'active' })).json()).toMatchObject({ version: 1 });
    expect(await eventsOf(id)).toEqual([]);
  });

  it('refuses another version', async () => {
    const { id } = await aPerson(api.database);
    await change(id, { name: 'Ana' });

    expect((await change(id, { name: 'Ben' }, { headers: { 'if-match': `"${id}-1"` } })).statusCode).toBe(412);
    expect(await readUser(id)).toMatchObject({ name: 'Ana' });
  });

  it.each(['2147483647', '0', 'x'])('answers for the id %s', async (id) => {
    const { statusCode } = await send('PATCH', `/api/users/${id}`, { payload: { name: 'Ana' } });
    expect(statusCode).toBe(id === '2147483647' ? 404 : 400);
  });

  it.each([
    ['a null', { name: null }],
    ['an unknown role', { role: 'owner' }],
    ['an address', { email: 'other@desk.example' }],
    ['a password', { password: 'green lantern over the quay' }],
    ['a password hash', { password_hash: '$argon2id$' }],
    ['the state invited', { state: 'invited' }],
    ['a version', { version: 9 }],
    ['a kind', { kind: 'service' }],
    ['who manages the role', { managed_by: 'oidc' }],
  ])('refuses %s', async (_what, fields) => {
    const { id } = await aPerson(api.database);

    expect((await change(id, fields)).statusCode).toBe(400);
  });

  it('takes rights away at once', async () => {
    const person = await aPerson(api.database);
    expect(await ticketsStatus(person, 'POST')).toBe(400);

    await change(person.id, { role: 'viewer' });

    expect(await ticketsStatus(person, 'POST')).toBe(403);
    expect(await ticketsStatus(person)).toBe(200);
  });

  it('ends tokens with a deactivation, also for the time after a reactivation', async () => {
    const person = await aPerson(api.database);
    const headers = await aToken(api.database, person, ['tickets:read']);
    const listStatus = async () => (await api.inject({ method: 'GET', url: '/api/tickets/', headers })).statusCode;
    expect(await listStatus()).toBe(200);

    await change(person.id, { state: 'deactivated' });
    expect(await listStatus()).toBe(401);
    await change(person.id, { state: 'active' });

    expect(await listStatus()).toBe(401);
  });

  it('keeps a deactivated service deactivated', async () => {
    const [{ id }] = await api.database.query<[{ id: number }]>(
      `INSERT INTO users (kind, name, role, state) VALUES ('service', 'Importer', 'agent', 'deactivated') RETURNING id`,
    );

    expect((await change(id, { state: 'active' })).statusCode).toBe(409);
  });

  it('ends sessions and links with a deactivation, and lets nobody in with an old cookie after that', async () => {
    const person = await aPerson(api.database);
    await send('POST', `/api/users/${person.id}/link`);

    expect((await change(person.id, { state: 'deactivated' })).json()).toMatchObject({ state: 'deactivated' });

    expect(await ticketsStatus(person)).toBe(401);
    expect(await api.database.query('SELECT FROM one_time_links WHERE user_id = $1', [person.id])).toEqual([]);
    await change(person.id, { state: 'active' });
    expect(await ticketsStatus(person)).toBe(401);
    expect((await eventsOf(person.id)).map(({ event }) => event)).toEqual([
      'link_created',
      'user_deactivated',
      'user_reactivated',
    ]);
  });

  it('invites people again who never had a password', async () => {
    const { id } = (await invite()).json<UserDto>();
    expect((await change(id, { state: 'active' })).json()).toMatchObject({ state: 'invited', version: 1 });

    await change(id, { state: 'deactivated' });

    expect((await change(id, { state: 'active' })).json()).toMatchObject({ state: 'invited' });
  });

  it('lets people back in whom single sign-on signs in', async () => {
    const { id } = (await invite()).json<UserDto>();
    await api.database.query(
      `INSERT INTO identities (issuer, subject, user_id, email) VALUES ('https://sso.example', $1, $2, 'x@desk.example')`,
      [`subject-${id}`, id],
    );
    await change(id, { state: 'deactivated' });

    expect((await change(id, { state: 'active' })).json()).toMatchObject({ state: 'active', methods: ['oidc'] });
  });

  it('leaves a role to the identity provider, as long as there is one', async () => {
    const { id } = await aPerson(api.database);
    await api.database.query(`UPDATE users SET managed_by = 'oidc' WHERE id = $1`, [id]);
    const settings = api.app.get(Settings);
    Object.assign(settings, { OIDC_ISSUER: 'https://sso.desk.example', OIDC_ROLES: 'staff=viewer' });

    expect(typeOf(await change(id, { role: 'admin' }))).toBe('/problems/role-managed');
    Object.assign(settings, { OIDC_ISSUER: undefined });
    expect((await change(id, { role: 'viewer' })).json()).toMatchObject({ role: 'viewer', role_is_managed: false });
  });
});

describe('the last administrator', () => {
  it.each([{ role: 'agent' }, { state: 'deactivated' }])('cannot get %j', async (fields) => {
    expect(await readUser(admin.id)).toMatchObject({ is_last_admin: true });

    const response = await change(admin.id, fields);

    expect([response.statusCode, typeOf(response)]).toEqual([409, '/problems/last-admin']);
    expect((await change(admin.id, { name: 'Priya Nair' })).statusCode).toBe(200);
  });

  it('is not replaced by an invited one or a service', async () => {
    await invite({ role: 'admin' });
    await api.database.query(
      `INSERT INTO users (kind, name, role, state) VALUES ('service', 'Bot', 'admin', 'active')`,
    );

    expect((await change(admin.id, { role: 'agent' })).statusCode).toBe(409);
  });

  it('stays when two administrators demote each other at the same time', async () => {
    for (let round = 0; round < 5; round++) {
      const other = await aPerson(api.database, { role: 'admin' });

      const demote = (userId: number, actorId: number) =>
        api.app.get(UsersService).change(userId, { role: 'agent' }, { actorId, client: CLIENT });

      const changes = await Promise.allSettled([demote(other.id, admin.id), demote(admin.id, other.id)]);

      const refused = changes.flatMap((change) => (change.status === 'rejected' ? [change.reason as unknown] : []));
      expect(refused).toEqual([expect.objectContaining({ kind: LAST_ADMIN })]);
      if (changes[1].status === 'fulfilled') admin = other;
    }
  });
});

describe('signing a person out everywhere', () => {
  it('ends all sessions', async () => {
    const person = await aPerson(api.database);

    expect((await send('DELETE', `/api/users/${person.id}/sessions`)).statusCode).toBe(204);

    expect(await ticketsStatus(person)).toBe(401);
    expect(await eventsOf(person.id)).toEqual([
      { event: 'sessions_ended', actor_id: admin.id, details: { sessions: 1 } },
    ]);
  });

  it('needs an existing user', async () => {
    expect((await send('DELETE', '/api/users/2147483647/sessions')).statusCode).toBe(404);
  });
});

it('needs a recent proof of identity for changes, not for the list', async () => {
  const other = await aPerson(api.database, { role: 'admin' });
  const { id } = await aPerson(api.database);
  await api.database.query(`UPDATE sessions SET authenticated_at = now() - interval '11 minutes' WHERE user_id = $1`, [
    other.id,
  ]);

  expect((await send('GET', '/api/users', { as: other })).statusCode).toBe(200);
  expect(typeOf(await change(id, { role: 'admin' }, { as: other }))).toBe('/problems/step-up-required');
  await change(other.id, { role: 'agent' });
});
