import { PUBLIC_URL, SAME_SITE, aPerson, removePeople } from '../../../testing/people';
import { ProviderStandIn } from '../../../testing/provider-stand-in';
import { type TestApp, startTestApp } from '../../../testing/test-app';

// The audit events of attempts that a limit refuses.

let provider: ProviderStandIn;
let api: TestApp;
beforeAll(async () => {
  provider = await ProviderStandIn.start();
  const mail = { MAIL_FROM: 'docket@desk.example', SMTP_URL: 'smtp://127.0.0.1:9' };
  api = await startTestApp({ PUBLIC_URL, PUBLIC_FORM: true, ...mail, ...provider.settings });
});
beforeEach(async () => {
  await removePeople(api.database);
  await api.database.query('DELETE FROM rate_limits');
});
afterAll(async () => {
  await api.close();
  await provider.stop();
});

const eventsOf = (condition: string) =>
  api.database.query<{ details: unknown }[]>(
    `SELECT event, details FROM security_events WHERE ${condition} ORDER BY id`,
  );
const post = (url: string, payload: object) => api.inject({ method: 'POST', url, payload, headers: SAME_SITE });
/** All of it runs in one transaction, which a refusal rolls back. */
const fileRequestWithKey = (n: number) =>
  api.inject({
    method: 'POST',
    url: '/api/requests',
    payload: { title: 'Late', description: 'Late', email: `jo-${n}@desk.example` },
    headers: { ...SAME_SITE, 'idempotency-key': `key-${n}` },
  });
const visitProvider = () => api.inject({ method: 'GET', url: '/api/auth/oidc/start', headers: SAME_SITE });
const fileRequest = (n: number) =>
  post('/api/requests', { title: 'Late', description: 'Late', email: `jo-${n}@desk.example` });

it.each<[string, number, (n: number) => Promise<unknown>]>([
  ['link', 20, (n) => post('/api/auth/link', { token: `guess-${n}` })],
  ['reset_address', 5, (n) => post('/api/auth/reset', { email: `nobody-${n}@desk.example` })],
  ['request_address', 5, fileRequest],
  ['request_address', 5, fileRequestWithKey],
  ['oidc', 100, visitProvider],
])('the limit "%s" is recorded at the first attempt after %i, and not again', async (limit, allowed, attempt) => {
  for (let n = 0; n < allowed; n++) await attempt(n);
  expect(await eventsOf(`event = 'limit_reached'`)).toEqual([]);

  for (let n = 0; n < 3; n++) await attempt(allowed + n);

  expect(await eventsOf(`event = 'limit_reached'`)).toEqual([{ event: 'limit_reached', details: { limit } }]);
});

it('failed sign-ins for unknown addresses are recorded 200 times an hour', async () => {
  const { id, email } = await aPerson(api.database);
  const signIn = (address: string) => post('/api/session', { email: address, password: 'a wrong password' });
  await signIn('nobody@desk.example');
  expect(await eventsOf('user_id IS NULL')).toEqual([{ event: 'sign_in_failed', details: null }]);
  await api.database.query(`UPDATE rate_limits SET points = 200 WHERE key = 'unknown:all'`);

  for (let n = 0; n < 3; n++) await signIn(`nobody-${n}@desk.example`);
  await signIn(email);

  expect((await eventsOf('user_id IS NULL')).slice(1)).toEqual([
    { event: 'limit_reached', details: { limit: 'unknown' } },
  ]);
  expect(await eventsOf(`user_id = ${id}`)).toEqual([{ event: 'sign_in_failed', details: null }]);
});
