import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { eventually } from '@docket/testing';
import { openResponse } from '../../../testing/open-response';
import { PUBLIC_URL, SAME_SITE, type TestPerson, aPerson } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { withoutTriggers } from '../../../testing/without-triggers';
import { type LongRead, LongReads } from '../../platform/database/long-reads/long-reads';

// Exports that stay open because nobody reads them.

let api: TestApp;
let person: TestPerson;
beforeAll(async () => (api = await startFilledApp()));
beforeEach(async () => (person = await aPerson(api.database)));
afterEach(() => jest.restoreAllMocks());
afterAll(() => api.close());

/** Starts an API with 25 MB of tickets: more than fits into the buffers of a connection, which may grow to more than 10 MB. */
async function startFilledApp(): Promise<TestApp> {
  const started = await startTestApp({ PUBLIC_URL });
  await withoutTriggers(
    started.database,
    `INSERT INTO tickets (title, description, category, priority)
     SELECT 'Long', repeat('x', 100000), 'general', 'low' FROM generate_series(1, 250)`,
  );
  return started;
}

const open = (of = api, { cookie } = person): Promise<IncomingMessage> =>
  openResponse(of, '/api/export', { host: SAME_SITE.host, cookie });

interface SeenRead {
  /** Parts of a stream, or queries, that were begun, and how many of them have not ended. */
  steps: number;
  running: number;
  /** Searches for the matches of a filter among the next ids. */
  windows: number;
  isClosed: boolean;
}

/** Records the long reads that open from now on. */
function watchReads(of = api) {
  const reads: SeenRead[] = [];
  const longReads = of.app.get(LongReads);
  const openRead = longReads.open.bind(longReads);
  jest.spyOn(longReads, 'open').mockImplementation(async () => {
    const read = await openRead();
    const seen = { steps: 0, running: 0, windows: 0, isClosed: false };
    reads.push(seen);
    const step = async <T>(work: () => Promise<T>): Promise<T> => {
      seen.steps++;
      seen.running++;
      return work().finally(() => seen.running--);
    };
    const { lines } = read;
    return {
      query: <T>(...query: Parameters<LongRead['query']>) => {
        if (query[0].includes('upcoming')) seen.windows++;
        return step(() => read.query<T>(...query));
      },
      ...(lines && { lines: (sql) => stepped(lines(sql), step) }),
      close: () => {
        seen.isClosed = true;
        read.close();
      },
    };
  });
  return reads;
}

async function* stepped<T>(
  parts: AsyncIterable<T>,
  step: <R>(work: () => Promise<R>) => Promise<R>,
): AsyncGenerator<T> {
  const source = parts[Symbol.asyncIterator]() as AsyncIterator<T, undefined>;
  for (;;) {
    const { done, value } = await step(() => source.next());
    if (done) return;
    yield value;
  }
}

it('read no more than their readers take, and free what they hold when the readers go', async () => {
  const reads = watchReads();
  let sent: ServerResponse | undefined;
  api.app.getHttpServer().once('request', (_request, response: ServerResponse) => (sent = response));
  const response = await open();
  sent?.socket?.cork(); // from here on, the connection accepts no data
  await eventually(() => sent?.writableNeedDrain && reads[0]?.running === 0);
  const steps = reads[0]?.steps;
  for (let turn = 0; turn < 10; turn++) await nextTurn();

  expect(steps).toBeLessThan(20); // of more than 25 batches, or 190 parts
  expect(reads).toEqual([{ steps, running: 0, windows: 0, isClosed: false }]);
  response.destroy();

  await eventually(() => reads[0]?.isClosed === true);
});

it('search for matches only with a filter', async () => {
  const reads = watchReads();

  for (const query of ['', 'status:closed']) {
    const headers = { cookie: person.cookie };
    const response = await api.inject({ method: 'GET', url: `/api/export?q=${query}`, headers });
    expect(response.statusCode).toBe(200);
  }

  expect(reads.map(({ windows }) => windows > 0)).toEqual([false, true]);
});

it('are at most two at a time', async () => {
  const [first, second] = [await open(), await open()];

  const refused = await api.inject({ method: 'GET', url: '/api/export', headers: { cookie: person.cookie } });

  expect([first.statusCode, second.statusCode, refused.statusCode]).toEqual([200, 200, 503]);
  expect(refused.headers['retry-after']).toBe('5');
  expect(refused.json()).toMatchObject({ detail: '2 exports are running. Try again in a few seconds' });
  first.destroy();
  const third = await eventually(async () => {
    const response = await open();
    if (response.statusCode === 200) return response;
    response.resume();
    return undefined;
  });
  third?.destroy();
  expect((await text(second)).endsWith('}}\n')).toBe(true);
});

it('break, without the last line, when their reader is deactivated', async () => {
  const response = await open();
  await api.database.query(`UPDATE users SET state = 'deactivated' WHERE id = $1`, [person.id]);
  const now = performance.now.bind(performance);
  jest.spyOn(performance, 'now').mockImplementation(() => now() + 2000);

  await expect(text(response)).rejects.toThrow();
});

it('break when the server stops, which does not wait for them', async () => {
  const stopping = await startFilledApp();
  const reads = watchReads(stopping);
  const response = await open(stopping, await aPerson(stopping.database));

  await stopping.close();

  await expect(text(response)).rejects.toThrow();
  expect(reads[0]?.isClosed).toBe(true);
});
