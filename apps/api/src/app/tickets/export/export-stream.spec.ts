import { setImmediate } from 'node:timers/promises';
import { text } from 'node:stream/consumers';
import type { ExportWriter } from './export-format';
import { exportStream } from './export-stream';
import { SlowReaderError } from './reader-pace';

/** 100 kB a batch. */
const WRITER: ExportWriter<string> = { start: '', write: () => 'x'.repeat(100_000), end: () => '>' };

/** Counts the batches that are read, and records the end. */
function countedBatches(count = Infinity) {
  const seen = { read: 0, hasEnded: false };
  const batches = (async function* (): AsyncGenerator<string> {
    try {
      for (; seen.read < count;) {
        seen.read++;
        await setImmediate();
        yield 'a batch';
      }
    } finally {
      seen.hasEnded = true;
    }
  })();
  return { seen, batches };
}

const turns = async () => {
  for (let n = 0; n < 50; n++) await setImmediate();
};

afterEach(() => jest.useRealTimers());

it('has the text of all batches, between start and end', async () => {
  const { batches } = countedBatches(3);

  const all = await text(exportStream(batches, { ...WRITER, start: '<' }, new AbortController().signal));

  expect([all.length, all[0], all.at(-1)]).toEqual([300_002, '<', '>']);
});

it('reads no more batches than its reader takes', async () => {
  const { seen, batches } = countedBatches();
  const stream = exportStream(batches, WRITER, new AbortController().signal);
  stream.on('readable', () => undefined); // reads ahead
  await turns();
  const unread = seen.read;

  stream.read();
  await turns();

  expect(unread).toBeLessThanOrEqual(3);
  expect(seen.read).toBeGreaterThan(unread);
  expect(seen.read).toBeLessThanOrEqual(unread + 3);
  stream.destroy();
});

it('ends the reading when its reader goes', async () => {
  const { seen, batches } = countedBatches();
  const stream = exportStream(batches, WRITER, new AbortController().signal);
  stream.on('readable', () => undefined); // reads ahead
  await turns();

  stream.destroy();
  await turns();

  expect(seen.hasEnded).toBe(true);
});

it.each([
  ['before it starts', true],
  ['while it runs', false],
])('fails if it is stopped %s, so that nobody takes a part for the whole', async (_when, isEarly) => {
  const stopping = new AbortController();
  if (isEarly) stopping.abort();
  const stream = exportStream(countedBatches().batches, WRITER, stopping.signal);
  const read = text(stream);
  if (!isEarly) stopping.abort();

  await expect(read).rejects.toThrow('The export has been stopped');
});

it('fails if a batch cannot be read', async () => {
  const batches = (async function* (): AsyncGenerator<string> {
    yield 'a batch';
    await setImmediate();
    throw new Error('away');
  })();

  await expect(text(exportStream(batches, WRITER, new AbortController().signal))).rejects.toThrow('away');
});

/** The error of an export whose reader takes one batch every few seconds, for some minutes. */
async function errorOfReader(secondsBetweenBatches: number, seconds: number): Promise<unknown> {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
  const { seen, batches } = countedBatches();
  const stream = exportStream(batches, WRITER, new AbortController().signal);
  let failure: unknown;
  stream.once('error', (error) => (failure = error));
  stream.on('readable', () => undefined); // reads ahead
  for (let now = 0; now < seconds && !failure; now += secondsBetweenBatches) {
    await turns();
    jest.advanceTimersByTime(secondsBetweenBatches * 1000);
    await turns();
    stream.read();
  }
  await turns();
  if (!failure) stream.destroy();
  await turns();
  expect(seen.hasEnded).toBe(true);
  return failure;
}

it('fails if its reader takes nothing for a minute', async () => {
  expect(await errorOfReader(61, 61)).toBeInstanceOf(SlowReaderError);
});

it('fails if its reader takes less than 32 kB a second, also if it never stops', async () => {
  const failure = await errorOfReader(10, 300);

  expect(failure).toBeInstanceOf(SlowReaderError);
  expect(String(failure)).toMatch(/too slow: it took at most \d+ bytes/);
});

it('goes on as long as its reader takes more', async () => {
  expect(await errorOfReader(1, 300)).toBeUndefined();
});
