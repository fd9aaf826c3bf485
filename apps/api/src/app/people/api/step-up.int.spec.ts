import type { LightMyRequestResponse } from 'fastify';
import { PASSWORD, PUBLIC_URL, SAME_SITE, type TestPerson, aPerson } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';

let api: TestApp;
let person: TestPerson;
beforeAll(async () => (api = await startTestApp({ PUBLIC_URL })));
beforeEach(async () => (person = await aPerson(api.database)));
afterAll(() => api.close());

const stepUp = (password: string, headers: Record<string, string> = SAME_SITE): Promise<LightMyRequestResponse> =>
  api.inject({
    method: 'POST',
    url: '/api/session/step-up',
    payload: { password },
    headers: { ...headers, cookie: person.cookie },
  });
const listStatus = async (cookie: string): Promise<number> =>
  (await api.inject({ method: 'GET', url: '/api/tickets/', headers: { cookie } })).statusCode;

const eventsOf = async (userId: number): Promise<string[]> =>
  (
    await api.database.query<{ event: string }[]>('SELECT event FROM security_events WHERE user_id = $1 ORDER BY id', [
      userId,
    ])
  ).map(({ event }) => event);

it('proves the identity again, and gives the session a new token', async () => {
  await api.database.query(`UPDATE sessions SET authenticated_at = now() - interval '1 day' WHERE user_id = $1`, [
    person.id,
  ]);

  const confirmed = await stepUp(PASSWORD);

  expect(confirmed.statusCode).toBe(204);
  const cookie = String(confirmed.headers['set-cookie']).split(';')[0] ?? '';
  expect(await listStatus(person.cookie)).toBe(401);
  expect(await listStatus(cookie)).toBe(200);
  expect(
    await api.database.query(
      `SELECT authenticated_at > now() - interval '1 minute' AS "isRecent" FROM sessions WHERE user_id = $1`,
      [person.id],
    ),
  ).toEqual([{ isRecent: true }]);
  expect(await eventsOf(person.id)).toEqual(['step_up']);
});

it('refuses a wrong password, and keeps the session', async () => {
  const refused = await stepUp(`${PASSWORD}!`);

  expect(refused.statusCode).toBe(403); // a 401 would say that the session has ended
  expect(refused.json()).toMatchObject({ type: '/problems/wrong-credentials' });
  expect(await listStatus(person.cookie)).toBe(200);
  expect(await eventsOf(person.id)).toEqual(['step_up_failed']);
});

it('counts guesses against the limit of the sign-in', async () => {
  for (let attempt = 0; attempt < 10; attempt++) expect((await stepUp('wrong')).statusCode).toBe(403);

  expect((await stepUp(PASSWORD)).statusCode).toBe(429);
});

it('refuses another site', async () => {
  expect((await stepUp(PASSWORD, { ...SAME_SITE, origin: 'https://evil.example' })).statusCode).toBe(403);
});
