import { request } from 'node:http';
import { json } from 'node:stream/consumers';
import { eventually } from '@docket/testing';
import { aTicket } from '../../../testing/a-ticket';
import { openResponse, portOf } from '../../../testing/open-response';
import { PUBLIC_URL, SAME_SITE, aPerson } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { ChangeFeed } from '../../history';
import { LOCAL_ACTOR } from '../../platform/context/actor';
import { ChangeBell } from '../../platform/database/bell/change-bell';
import { TicketWriter } from '../../tickets';
import type { ChangesDto } from './changes.dto';

// Requests that wait for changes (long polling).

let api: TestApp;
beforeAll(async () => (api = await startTestApp({ PUBLIC_URL })));
afterEach(() => jest.restoreAllMocks());
afterAll(() => api.close());

const signedIn = async (on = api) => {
  const { id, cookie } = await aPerson(on.database);
  return { id, headers: { host: SAME_SITE.host, cookie } };
};

const cursorOf = async (headers: Record<string, string>, on = api): Promise<string> =>
  (await on.inject({ method: 'GET', url: '/api/changes', headers })).json<ChangesDto>().next;

/** Counts the reads of waiting requests. */
function watchReads(on = api) {
  return jest.spyOn(on.app.get(ChangeFeed), 'page');
}

it('respond with the first change', async () => {
  const { headers } = await signedIn();
  const cursor = await cursorOf(headers);
  const reads = watchReads();
  const waiting = api.inject({ method: 'GET', url: `/api/changes?wait=25&cursor=${cursor}`, headers });
  await eventually(() => reads.mock.calls.length > 0);

  const { id } = await api.app.get(TicketWriter).create(LOCAL_ACTOR, aTicket());

  const { changes } = (await waiting).json<ChangesDto>();
  expect(changes.map(({ kind, ticket_id }) => [kind, ticket_id])).toEqual([['ticket.created', id]]);
});

it('respond without changes at the end of the time', async () => {
  const { headers } = await signedIn();
  const cursor = await cursorOf(headers);

  const response = await api.inject({ method: 'GET', url: `/api/changes?wait=1&cursor=${cursor}`, headers });

  expect(response.json()).toEqual({ changes: [], next: cursor, caught_up: true, restored: false });
});

it('end with 401 when their sender is deactivated', async () => {
  const { id, headers } = await signedIn();
  const cursor = await cursorOf(headers);
  const reads = watchReads();
  const waiting = api.inject({ method: 'GET', url: `/api/changes?wait=25&cursor=${cursor}`, headers });
  await eventually(() => reads.mock.calls.length > 0);

  await api.database.query(`UPDATE users SET state = 'deactivated' WHERE id = $1`, [id]);
  const now = performance.now.bind(performance);
  jest.spyOn(performance, 'now').mockImplementation(() => now() + 2000);
  await api.app.get(TicketWriter).create(LOCAL_ACTOR, aTicket());

  expect((await waiting).statusCode).toBe(401);
});

it('end when the client disconnects', async () => {
  const { headers } = await signedIn();
  const cursor = await cursorOf(headers);
  const port = await portOf(api.app);
  const reads = watchReads();
  const bell = api.app.get(ChangeBell);
  const stops: jest.Mock[] = [];
  const listen = bell.listen.bind(bell);
  jest.spyOn(bell, 'listen').mockImplementation((listener) => {
    const stop = jest.fn(listen(listener));
    stops.push(stop);
    return stop;
  });
  const abort = new AbortController();
  const url = `http://127.0.0.1:${port}/api/changes?wait=25&cursor=${cursor}`;
  const waiting = rejection(requestUntil(url, headers, abort.signal));
  await eventually(() => reads.mock.calls.length > 0);

  abort.abort();

  await waiting;
  await eventually(() => stops.length === 1 && stops[0]?.mock.calls.length === 1);
});

it('respond when the server stops', async () => {
  const stopping = await startTestApp({ PUBLIC_URL });
  const { headers } = await signedIn(stopping);
  const cursor = await cursorOf(headers, stopping);
  const reads = watchReads(stopping);
  const waiting = openResponse(stopping, `/api/changes?wait=25&cursor=${cursor}`, headers);
  await eventually(() => reads.mock.calls.length > 0);

  await stopping.close();

  const response = await waiting;
  expect([response.statusCode, response.headers.connection]).toEqual([200, 'close']);
  expect(await json(response)).toMatchObject({ changes: [], next: cursor });
});

it('leave places for others: one sender has 50', async () => {
  const [{ headers }, other] = [await signedIn(), await signedIn()];
  const cursor = await cursorOf(headers);
  const wait = (sender: Record<string, string>) =>
    api.inject({ method: 'GET', url: `/api/changes?wait=25&cursor=${cursor}`, headers: sender });
  const waiting = Array.from({ length: 51 }, () => wait(headers));

  const refused = await Promise.race(waiting);
  waiting.push(wait(other.headers));
  await api.app.get(TicketWriter).create(LOCAL_ACTOR, aTicket());
  const statuses = (await Promise.all(waiting)).map(({ statusCode }) => statusCode);

  expect(refused.statusCode).toBe(503);
  expect(statuses.filter((status) => status === 200)).toHaveLength(51);
});

it('do not wait for HEAD', async () => {
  const { headers } = await signedIn();
  const cursor = await cursorOf(headers);
  const reads = watchReads();

  const response = await api.inject({ method: 'HEAD', url: `/api/changes?wait=25&cursor=${cursor}`, headers });

  expect(response.statusCode).toBe(200);
  expect(reads).toHaveBeenCalledTimes(1);
});

const rejection = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error);

/** Sends a request over `node:http`, because Node's fetch sets no Host header. */
async function requestUntil(url: string, headers: Record<string, string>, signal: AbortSignal): Promise<void> {
  await new Promise((resolve, reject) =>
    request(url, { headers, signal, agent: false }, resolve).on('error', reject).end(),
  );
}
