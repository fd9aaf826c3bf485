import type { LightMyRequestResponse } from 'fastify';
import { PASSWORD, PUBLIC_URL, SAME_SITE, type TestPerson, aPerson } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Settings } from '../../platform/config/settings';
import { createToken, hashOf } from '../sessions/secret-token';
import type { CreatedLinkDto } from './link.dto';
import type { SessionDto } from './session.dto';
import type { UserDto } from './user.dto';

const NEW_PASSWORD = 'seven herons on one roof';

let api: TestApp;
let admin: TestPerson;
let address = 0;
beforeAll(async () => {
  api = await startTestApp({ PUBLIC_URL });
  admin = await aPerson(api.database, { role: 'admin' });
});
beforeEach(() => void address++); // limits count by address
afterAll(() => api.close());

const asAdmin = () => ({ ...SAME_SITE, cookie: admin.cookie });
const post = (url: string, payload: object, headers: Record<string, string> = SAME_SITE) =>
  api.inject({ method: 'POST', url, payload, headers, remoteAddress: `203.0.113.${address}` });
const use = (token: string, password?: string) => post('/api/auth/link', { token, password });
const signIn = async (email: string, password: string): Promise<number> =>
  (await post('/api/session', { email, password })).statusCode;
const cookieOf = ({ headers }: LightMyRequestResponse): string => String(headers['set-cookie']).split(';')[0] ?? '';

/** Invites a person. */
const invite = async (): Promise<UserDto> => {
  const payload = { name: 'Jonas Brandt', email: `jonas-${Math.random()}@desk.example`, role: 'viewer' };
  return (await post('/api/users', payload, asAdmin())).json();
};
const createLink = (id: number) => api.inject({ method: 'POST', url: `/api/users/${id}/link`, headers: asAdmin() });
const tokenFor = async (id: number): Promise<string> =>
  new URL((await createLink(id)).json<CreatedLinkDto>().url ?? '').hash.slice(1);
const readUser = async (email: string): Promise<UserDto | undefined> =>
  (await api.inject({ method: 'GET', url: `/api/users?search=${email}`, headers: asAdmin() })).json<UserDto[]>()[0];
const eventsOf = async (userId: number): Promise<string[]> =>
  (
    await api.database.query<{ event: string }[]>('SELECT event FROM security_events WHERE user_id = $1 ORDER BY id', [
      userId,
    ])
  ).map(({ event }) => event);

describe('an invitation', () => {
  it('is a link to a page of this Docket, of which the database knows only the hash', async () => {
    const { id, email = '' } = await invite();

    const { url = '', expires_at } = (await createLink(id)).json<CreatedLinkDto>();

    expect(url).toMatch(/^http:\/\/desk\.lan:3000\/set-password#[\w-]{43}$/);
    expect(Date.parse(expires_at) - Date.now()).toBeGreaterThan(23.9 * 3_600_000);
    expect(await readUser(email)).toMatchObject({ invitation_expires_at: expires_at });
    expect(await api.database.query('SELECT * FROM one_time_links WHERE user_id = $1', [id])).toEqual([
      expect.objectContaining({ kind: 'invite', token_hash: hashOf(new URL(url).hash.slice(1)) }),
    ]);
  });

  it('says whose it is as often as somebody asks, and is not used by that', async () => {
    const { id, email } = await invite();
    const token = await tokenFor(id);

    for (let look = 0; look < 25; look++) {
      const response = await use(token);
      expect([response.statusCode, response.json()]).toEqual([200, { kind: 'invite', email }]);
      expect(response.headers['set-cookie']).toBeUndefined();
    }
  });

  it.each(['GET', 'HEAD', 'OPTIONS'] as const)('is not used by %s, as a scanner of mails sends it', async (method) => {
    const { id } = await invite();
    const token = await tokenFor(id);

    for (const url of ['/set-password', `/api/auth/link?token=${token}`, `/api/auth/link/${token}`]) {
      const { headers } = await api.inject({ method, url, headers: SAME_SITE });
      expect(headers['set-cookie']).toBeUndefined();
    }

    expect((await use(token, NEW_PASSWORD)).statusCode).toBe(204);
  });

  it('sets the password once, and signs the person in', async () => {
    const { id, email = '' } = await invite();
    const token = await tokenFor(id);
    expect(await signIn(email, NEW_PASSWORD)).toBe(401);

    const responses = await Promise.all([use(token, NEW_PASSWORD), use(token, PASSWORD)]);

    expect(responses.map(({ statusCode }) => statusCode).sort()).toEqual([204, 410]);
    const accepted = responses.find(({ statusCode }) => statusCode === 204) as LightMyRequestResponse;
    const session = await api.inject({ method: 'GET', url: '/api/session', headers: { cookie: cookieOf(accepted) } });
    expect(session.json<SessionDto>().user).toMatchObject({ id, role: 'viewer' });
    expect(await readUser(email)).toMatchObject({ state: 'active', methods: ['password'] });
    expect(await eventsOf(id)).toEqual(['user_invited', 'link_created', 'sign_in_failed', 'invitation_accepted']);
    expect((await use(token)).statusCode).toBe(410);
  });
});

describe('a link for a new password', () => {
  it('replaces the password, and ends the sessions and links of the person', async () => {
    const person = await aPerson(api.database);
    const token = await tokenFor(person.id);

    const used = await use(token, NEW_PASSWORD);

    expect(used.statusCode).toBe(204);
    expect(String(used.headers['set-cookie'])).not.toContain('docket-3000='); // the new password signs in
    const { statusCode } = await api.inject({
      method: 'GET',
      url: '/api/tickets/',
      headers: { cookie: person.cookie },
    });
    expect(statusCode).toBe(401);
    expect(await signIn(person.email, PASSWORD)).toBe(401);
    expect(await signIn(person.email, NEW_PASSWORD)).toBe(201);
    expect((await eventsOf(person.id)).slice(0, 2)).toEqual(['link_created', 'password_reset']);
  });

  it('works once, also twice at the same time', async () => {
    const { id } = await aPerson(api.database);
    const token = await tokenFor(id);

    const responses = await Promise.all([use(token, NEW_PASSWORD), use(token, PASSWORD)]);

    expect(responses.map(({ statusCode }) => statusCode).sort()).toEqual([204, 410]);
    expect((await use(token, NEW_PASSWORD)).statusCode).toBe(410);
  });

  it('stops working when there is a newer one', async () => {
    const { id } = await aPerson(api.database);
    const [older, newer] = [await tokenFor(id), await tokenFor(id)];

    expect((await use(older)).statusCode).toBe(410);
    expect((await use(newer)).json()).toMatchObject({ kind: 'reset' });
  });

  it.each([
    ['has expired', `UPDATE one_time_links SET expires_at = now() WHERE user_id = $1`],
    ['is of a deactivated person', `UPDATE users SET state = 'deactivated' WHERE id = $1`],
    ['is an invitation of someone who has accepted', `UPDATE one_time_links SET kind = 'invite' WHERE user_id = $1`],
  ])('does not work if it %s', async (_what, sql) => {
    const { id } = await aPerson(api.database);
    const token = await tokenFor(id);

    await api.database.query(sql, [id]);

    const look = await use(token);
    expect([look.statusCode, look.json<{ type: string }>().type]).toEqual([410, '/problems/link-spent']);
    expect((await use(token, NEW_PASSWORD)).statusCode).toBe(410);
  });

  it.each([
    ['a short password', { password: 'fourteen chars' }, 400],
    ['a null password', { password: null }, 400],
    ['a password of a million characters', { password: 'x'.repeat(1_000_000) }, 400],
    ['an e-mail address', { email: 'evil@desk.example' }, 400],
    ['a role', { role: 'admin' }, 400],
    ['a long token', { token: 'x'.repeat(101) }, 400],
  ])('is not used with %s', async (_what, change, status) => {
    const { id } = await aPerson(api.database);
    const token = await tokenFor(id);

    expect((await post('/api/auth/link', { token, ...change })).statusCode).toBe(status);

    expect((await use(token)).statusCode).toBe(200);
  });

  it('is not made for services and deactivated people', async () => {
    const { id } = await aPerson(api.database, { state: 'deactivated' });
    const [service] = await api.database.query<[{ id: number }]>(
      `INSERT INTO users (kind, name, role, state) VALUES ('service', 'Bot', 'agent', 'active') RETURNING id`,
    );

    for (const userId of [id, service.id]) {
      expect((await createLink(userId)).json()).toMatchObject({ type: '/problems/no-password', status: 409 });
    }
  });
});

it('is not made for someone whom the identity provider manages, as long as there is one', async () => {
  const { id } = await aPerson(api.database);
  await api.database.query(`UPDATE users SET managed_by = 'oidc' WHERE id = $1`, [id]);
  const settings = api.app.get(Settings);
  Object.assign(settings, { OIDC_ISSUER: 'https://sso.desk.example', OIDC_ROLES: 'staff=viewer' });

  expect((await createLink(id)).json()).toMatchObject({ type: '/problems/no-password', status: 409 });
  Object.assign(settings, { OIDC_ISSUER: undefined });
  expect((await createLink(id)).statusCode).toBe(201);
});

it('is not the set-up link', async () => {
  await api.database.query(
    `INSERT INTO one_time_links (token_hash, kind, expires_at) VALUES ($1, 'set_up', now() + interval '1 hour')`,
    [hashOf('a-set-up-token')],
  );

  expect((await use('a-set-up-token')).statusCode).toBe(410);
});

it('refuses another site', async () => {
  const { id } = await aPerson(api.database);
  const token = await tokenFor(id);

  const response = await post(
    '/api/auth/link',
    { token, password: NEW_PASSWORD },
    { ...SAME_SITE, origin: 'https://evil.example' },
  );

  expect(response.json()).toMatchObject({ type: '/problems/cross-site' });
  expect((await use(token)).statusCode).toBe(200);
});

it('limits guesses to 20 an hour from one address, also at the same time', async () => {
  const responses = await Promise.all(Array.from({ length: 30 }, (_, guess) => use(`guess-${guess}`)));

  expect(responses.filter(({ statusCode }) => statusCode === 410)).toHaveLength(20);
  expect(responses.filter(({ statusCode }) => statusCode === 429)).toHaveLength(10);
});

it('sets no password where passwords are turned off', async () => {
  const withoutPasswords = await startTestApp({ PUBLIC_URL, PASSWORD_SIGN_IN: false });
  try {
    const { cookie } = await aPerson(withoutPasswords.database, { role: 'admin' });
    const { id } = await aPerson(withoutPasswords.database, { state: 'invited' });
    const { token, hash } = createToken();
    await withoutPasswords.database.query(
      `INSERT INTO one_time_links (token_hash, kind, user_id, expires_at) VALUES ($1, 'invite', $2, now() + interval '1 day')`,
      [hash, id],
    );
    const send = (url: string, payload?: object) =>
      withoutPasswords.inject({
        method: 'POST',
        url,
        headers: { ...SAME_SITE, cookie },
        ...(payload && { payload }),
      });

    const responses = [
      await send(`/api/users/${id}/link`),
      await send('/api/auth/link', { token, password: 'seven herons over the harbour' }),
    ];

    expect(responses.map(({ statusCode }) => statusCode)).toEqual([403, 403]);
  } finally {
    await withoutPasswords.close();
  }
});
