import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { eventually } from '@docket/testing';
import { ndjson } from '../../../testing/import-requests';
import { PUBLIC_URL, SAME_SITE, type TestPerson, aPerson, aToken } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Authenticator } from '../../platform/access/authenticator';

// Rights that end while a request is running.

let api: TestApp;
let person: TestPerson;
beforeAll(async () => (api = await startTestApp({ PUBLIC_URL })));
beforeEach(async () => (person = await aPerson(api.database, { role: 'admin' })));
afterEach(() => jest.restoreAllMocks());
afterAll(() => api.close());

/** Lets time pass for the whole test process. */
function passMs(ms: number): void {
  const now = performance.now.bind(performance);
  jest.spyOn(performance, 'now').mockImplementation(() => now() + ms);
}

const deactivate = () => api.database.query(`UPDATE users SET state = 'deactivated' WHERE id = $1`, [person.id]);
const demote = () => api.database.query(`UPDATE users SET role = 'viewer' WHERE id = $1`, [person.id]);
const countTickets = async (): Promise<number> =>
  (await api.database.query<[{ count: number }]>('SELECT count(*)::int FROM tickets'))[0].count;

const withCookie = () => Promise.resolve({ cookie: person.cookie });
const withToken = () => aToken(api.database, person, ['tickets:write', 'import']);

/** Starts to send a body. The request is complete when the body ends. */
async function startSending(url: string, type: string, headersOf: () => Promise<object>) {
  const payload = new PassThrough();
  const headers = { ...SAME_SITE, 'content-type': type, ...(await headersOf()) };
  const response = api.inject({ method: 'POST', url, headers, payload });
  await eventually(() => payload.listenerCount('readable') > 0); // the server reads the body after the first check
  return { payload, response };
}

describe.each([
  ['a session', withCookie],
  ['a token', withToken],
])('with %s', (_what, headersOf) => {
  it.each([
    ['a deactivation', deactivate, 401],
    ['the loss of a role', demote, 403],
  ])('%s while the body arrives counts', async (_change, change, status) => {
    const before = await countTickets();
    const { payload, response } = await startSending('/api/tickets', 'application/json', headersOf);

    await change();
    passMs(500);
    payload.end(JSON.stringify({ title: 'Late', description: 'Late', category: 'general', priority: 'low' }));

    expect((await response).statusCode).toBe(status);
    expect(await countTickets()).toBe(before);
  });

  it.each([
    ['a deactivation', deactivate, 401],
    ['the loss of a role', demote, 403],
  ])('%s ends an import, which says what it has stored', async (_change, change, status) => {
    const before = await countTickets();
    const { payload, response } = await startSending('/api/tickets/import', 'application/x-ndjson', headersOf);
    payload.write(ndjson(...Array.from({ length: 250 }, () => ({}))));
    await eventually(async () => (await countTickets()) === before + 250);

    await change();
    passMs(1000);
    payload.end(ndjson(...Array.from({ length: 300 }, () => ({}))));

    const refused = await response;
    expect(refused.statusCode).toBe(status);
    expect(refused.json<{ detail: string }>().detail).toContain('Imported before that: 250');
    expect(await countTickets()).toBe(before + 250);
  });
});

it('identifies the sender of a request once if its body arrives at once', async () => {
  const { cookie } = person;
  const identify = jest.spyOn(api.app.get(Authenticator), 'identify');
  const now = performance.now();
  jest.spyOn(performance, 'now').mockReturnValue(now); // however slow the machine is

  const response = await api.inject({
    method: 'POST',
    url: '/api/tickets',
    headers: { ...SAME_SITE, cookie },
    payload: { title: '' },
  });

  expect(response.statusCode).toBe(400);
  expect(identify).toHaveBeenCalledTimes(1);
});

it('ends an export of the audit log whose reader may not read it any more', async () => {
  await api.database.query(
    `INSERT INTO security_events (event, ip, user_agent, request_id)
     SELECT 'sign_out', '', '', n::text FROM generate_series(1, 10000) AS n`,
  );
  const response = await api.app.inject({
    method: 'GET',
    url: '/api/audit?event=sign_out',
    headers: { cookie: person.cookie, accept: 'application/x-ndjson' },
    payloadAsStream: true,
  });
  expect(response.statusCode).toBe(200);

  await demote();
  passMs(1000);

  await expect(text(response.stream())).rejects.toThrow();
});
