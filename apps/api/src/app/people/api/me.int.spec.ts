import { eventually } from '@docket/testing';
import type { LightMyRequestResponse } from 'fastify';
import { startAnotherInstance } from '../../../testing/another-instance';
import { PASSWORD, PUBLIC_URL, SAME_SITE, type TestPerson, aPerson, aToken } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { createToken } from '../sessions/secret-token';
import type { OwnSessionDto } from './me.dto';

const NEW_PASSWORD = 'blue lantern under the bridge';

let api: TestApp;
let other: TestApp;
let person: TestPerson;
beforeAll(async () => {
  api = await startTestApp({ PUBLIC_URL });
  other = await startAnotherInstance(api, { PUBLIC_URL });
});
beforeEach(async () => (person = await aPerson(api.database)));
afterAll(async () => {
  await other.close();
  await api.close();
});

const send = (method: 'GET' | 'PUT' | 'DELETE', url: string, cookie = person.cookie, payload?: object) =>
  api.inject({ method, url, headers: { ...SAME_SITE, cookie }, ...(payload && { payload }) });
const signIn = (email: string, password: string, userAgent = 'Firefox') =>
  api.inject({
    method: 'POST',
    url: '/api/session',
    payload: { email, password },
    headers: { ...SAME_SITE, 'user-agent': userAgent },
    remoteAddress: '203.0.113.9',
  });
const cookieOf = ({ headers }: LightMyRequestResponse): string => String(headers['set-cookie']).split(';')[0] ?? '';
/** The status of a list that another API process responds to. */
const listStatus = async (cookie: string): Promise<number> =>
  (await other.inject({ method: 'GET', url: '/api/tickets/', headers: { cookie } })).statusCode;
const sessions = async (cookie = person.cookie): Promise<OwnSessionDto[]> =>
  (await send('GET', '/api/me/sessions', cookie)).json();
const changePassword = (current: string, next: string, cookie = person.cookie) =>
  send('PUT', '/api/me/password', cookie, { current, new: next });
const events = async (): Promise<string[]> =>
  (
    await api.database.query<{ event: string }[]>('SELECT event FROM security_events WHERE user_id = $1 ORDER BY id', [
      person.id,
    ])
  ).map(({ event }) => event);

describe('own sessions', () => {
  it('are listed with their browser: this one, then the most recently used', async () => {
    await signIn(person.email, PASSWORD, 'Safari');
    const cookie = cookieOf(await signIn(person.email, PASSWORD, 'Firefox'));
    await aPerson(api.database);

    const listed = await sessions(cookie);

    expect(listed).toMatchObject([
      { current: true, user_agent: 'Firefox', ip: '203.0.113.9' },
      { current: false, user_agent: 'Safari' },
      { current: false, user_agent: '' },
    ]);
    const [{ hash }] = await api.database.query<[{ hash: Buffer }]>('SELECT token_hash AS hash FROM sessions');
    expect(JSON.stringify(listed)).not.toContain(hash.toString('hex'));
  });

  it.each([
    ['expired', `expires_at = now() - interval '1 second'`],
    ['idle', `seen_at = now() - interval '12 hours 1 second'`],
  ])('do not show %s ones', async (_what, change) => {
    const cookie = cookieOf(await signIn(person.email, PASSWORD));
    await api.database.query(`UPDATE sessions SET ${change} WHERE user_id = $1 AND user_agent = ''`, [person.id]);

    expect(await sessions(cookie)).toHaveLength(1);
  });

  it('end one by one, at once, on another instance', async () => {
    const cookie = cookieOf(await signIn(person.email, PASSWORD));
    expect(await listStatus(cookie)).toBe(200);
    const found = (await sessions()).find(({ user_agent }) => user_agent === 'Firefox');

    expect((await send('DELETE', `/api/me/sessions/${found?.id}`)).statusCode).toBe(204);

    await eventually(async () => (await listStatus(cookie)) === 401);
    expect(await listStatus(person.cookie)).toBe(200);
    expect(await events()).toEqual(['sign_in', 'session_ended']);
  });

  it('are not those of others', async () => {
    const stranger = await aPerson(api.database);
    const [theirs] = await sessions(stranger.cookie);

    for (const id of [theirs?.id, 2_147_483_647]) {
      expect((await send('DELETE', `/api/me/sessions/${id}`)).statusCode).toBe(404);
    }
    expect((await send('DELETE', '/api/me/sessions/2147483648')).statusCode).toBe(400);
    expect(await listStatus(stranger.cookie)).toBe(200);
  });

  it('end everywhere but here', async () => {
    const stranger = await aPerson(api.database);
    const cookies = [cookieOf(await signIn(person.email, PASSWORD)), cookieOf(await signIn(person.email, PASSWORD))];

    expect((await send('DELETE', '/api/me/sessions')).statusCode).toBe(204);

    for (const cookie of cookies) await eventually(async () => (await listStatus(cookie)) === 401);
    expect([await listStatus(person.cookie), await listStatus(stranger.cookie)]).toEqual([200, 200]);
    expect((await events()).at(-1)).toBe('sessions_ended');
  });
});

describe('a new password', () => {
  it('is refused where passwords are turned off', async () => {
    const withoutPasswords = await startTestApp({ PUBLIC_URL, PASSWORD_SIGN_IN: false });
    try {
      const { cookie } = await aPerson(withoutPasswords.database);
      const hashes = () => withoutPasswords.database.query<object[]>('SELECT password_hash FROM users');
      const before = await hashes();

      const response = await withoutPasswords.inject({
        method: 'PUT',
        url: '/api/me/password',
        payload: { current: PASSWORD, new: NEW_PASSWORD },
        headers: { ...SAME_SITE, cookie },
      });

      expect(response.statusCode).toBe(403);
      expect(response.json()).toMatchObject({ type: '/problems/password-sign-in-off' });
      expect(await hashes()).toEqual(before);
    } finally {
      await withoutPasswords.close();
    }
  });

  it('ends all other sessions, renews this one, and spends links that would set it back', async () => {
    const elsewhere = cookieOf(await signIn(person.email, PASSWORD));
    const { token, hash } = createToken();
    await api.database.query(
      `INSERT INTO one_time_links (token_hash, kind, user_id, expires_at) VALUES ($1, 'reset', $2, now() + interval '1 day')`,
      [hash, person.id],
    );

    const changed = await changePassword(PASSWORD, NEW_PASSWORD);

    expect(changed.statusCode).toBe(204);
    const cookie = cookieOf(changed);
    for (const ended of [elsewhere, person.cookie]) await eventually(async () => (await listStatus(ended)) === 401);
    expect(await listStatus(cookie)).toBe(200);
    expect((await signIn(person.email, PASSWORD)).statusCode).toBe(401);
    expect((await signIn(person.email, NEW_PASSWORD)).statusCode).toBe(201);
    const payload = { token, password: 'seven herons over the harbour' };
    const used = await api.inject({ method: 'POST', url: '/api/auth/link', payload, headers: SAME_SITE });
    expect(used.statusCode).toBe(410);
    expect(await events()).toEqual(['sign_in', 'password_changed', 'sign_in_failed', 'sign_in']);
  });

  it('needs the current one, and counts guesses', async () => {
    const wrong = await changePassword('wrong', NEW_PASSWORD);
    expect(wrong.statusCode).toBe(403); // a 401 would say that the session has ended
    expect(wrong.json()).toMatchObject({ type: '/problems/wrong-credentials' });
    for (let guess = 1; guess < 10; guess++) await changePassword('wrong', NEW_PASSWORD);

    const late = await changePassword(PASSWORD, NEW_PASSWORD);

    expect(late.statusCode).toBe(429);
    expect(await events()).toEqual([...Array<string>(10).fill('password_change_failed'), 'sign_in_limited']);
    expect(await listStatus(person.cookie)).toBe(200);
  });

  it('may be tried 20 times an hour, with the current one or a link', async () => {
    const { token, hash } = createToken();
    await api.database.query(
      `INSERT INTO one_time_links (token_hash, kind, user_id, expires_at) VALUES ($1, 'reset', $2, now() + interval '1 day')`,
      [hash, person.id],
    );
    const payload = { token, password: 'seven herons over the harbour' };
    const refused: number[] = [];
    for (let n = 1; n <= 20; n++) refused.push((await changePassword(PASSWORD, 'passwordpassword')).statusCode);

    const late = await changePassword(PASSWORD, NEW_PASSWORD);
    const byLink = await api.inject({ method: 'POST', url: '/api/auth/link', payload, headers: SAME_SITE });

    expect(refused).toEqual(Array<number>(20).fill(400));
    expect([late.statusCode, byLink.statusCode]).toEqual([429, 429]);
    expect(late.json()).toMatchObject({ detail: 'Too many new passwords. Try again in 60 minutes' });
  });

  it.each([
    ['a short one', { current: PASSWORD, new: 'fourteen chars' }, '/new'],
    ['a long one', { current: PASSWORD, new: 'x'.repeat(129) }, '/new'],
    ['no current one', { new: NEW_PASSWORD }, '/current'],
    ['a long current one', { current: 'x'.repeat(513), new: NEW_PASSWORD }, '/current'],
    ['a person', { current: PASSWORD, new: NEW_PASSWORD, user_id: 1 }, '/user_id'],
  ])('is refused with %s', async (_what, body, pointer) => {
    const refused = await send('PUT', '/api/me/password', person.cookie, body);

    expect(refused.statusCode).toBe(400);
    expect(refused.json<{ errors: { pointer: string }[] }>().errors[0]?.pointer).toBe(pointer);
  });

  it('counts once if two are set at the same time', async () => {
    const second = cookieOf(await signIn(person.email, PASSWORD));

    const responses = await Promise.all([
      changePassword(PASSWORD, NEW_PASSWORD),
      changePassword(PASSWORD, `${NEW_PASSWORD} 2`, second),
    ]);

    expect(responses.filter(({ statusCode }) => statusCode === 204)).toHaveLength(1);
  });

  it('is not set by a token, nor by a page of another site', async () => {
    const payload = { current: PASSWORD, new: NEW_PASSWORD };
    const token = await aToken(api.database, person, ['tickets:read', 'tickets:write']);
    const responses = [
      await api.inject({ method: 'PUT', url: '/api/me/password', payload, headers: token }),
      await api.inject({ method: 'PUT', url: '/api/me/password', payload, headers: { cookie: person.cookie } }),
    ];

    expect(responses.map(({ statusCode }) => statusCode)).toEqual([403, 403]);
    expect((await signIn(person.email, PASSWORD)).statusCode).toBe(201);
  });
});
