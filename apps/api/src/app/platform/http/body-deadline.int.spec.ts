import { PassThrough } from 'node:stream';
import { type TestApp, startTestApp } from '../../../testing/test-app';

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
afterAll(() => api.close());
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

const TICKET = JSON.stringify({ title: 'a', description: 'b', category: 'general', priority: 'low' });

/** Sends the beginning of a body under a false clock. The returned stream takes the rest. */
async function startSending(url: string, type: string, beginning: string) {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  const payload = new PassThrough();
  payload.write(beginning);
  const response = api.app.inject({ method: 'POST', url, payload, headers: { 'content-type': type } });
  void response.then(() => undefined); // sends the request
  while (payload.readableLength > 0) await new Promise(setImmediate); // until the server reads
  return { payload, response };
}

it('responds 408 to a body that takes longer than 30 seconds, and closes the connection', async () => {
  const { payload, response } = await startSending('/api/tickets/', 'application/json', '{"title":');
  payload.write('"a"'); // more bytes do not extend the time

  await jest.advanceTimersByTimeAsync(30_000);

  const { statusCode, headers, body } = await response;
  expect(statusCode).toBe(408);
  expect(headers).toMatchObject({ 'content-type': 'application/problem+json; charset=utf-8', connection: 'close' });
  expect(JSON.parse(body)).toMatchObject({
    type: '/problems/request-timeout',
    detail: 'The body did not arrive in time',
  });
});

it('takes a body that arrives a little earlier', async () => {
  const { payload, response } = await startSending('/api/tickets/', 'application/json', TICKET.slice(0, 5));

  await jest.advanceTimersByTimeAsync(29_999);
  payload.end(TICKET.slice(5));

  expect((await response).statusCode).toBe(201);
});

it('lets an import take longer', async () => {
  const { payload, response } = await startSending('/api/tickets/import/', 'application/x-ndjson', `${TICKET}\n`);

  await jest.advanceTimersByTimeAsync(60_000);
  payload.end(`${TICKET}\n`);

  expect((await response).json()).toMatchObject({ imported: 2 });
});

it.each([
  ['is too large', 'application/json', { 'content-length': '99999999' }, 413],
  ['has another type', 'text/plain', {}, 415],
])('waits no longer for a body that %s', async (_what, type, headers, status) => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  const started = jest.spyOn(globalThis, 'setTimeout');
  const cleared = jest.spyOn(globalThis, 'clearTimeout');
  const payload = new PassThrough();
  payload.write('{');
  const url = '/api/tickets/';

  const response = await api.app.inject({
    method: 'POST',
    url,
    payload,
    headers: { 'content-type': type, ...headers },
  });

  expect(response.statusCode).toBe(status);
  const timer: unknown = started.mock.results[started.mock.calls.findIndex(([, ms]) => ms === 30_000)]?.value;
  expect(timer).toBeDefined();
  expect(cleared).toHaveBeenCalledWith(timer);
  await jest.advanceTimersByTimeAsync(30_000); // an error without a listener would end the process
});
