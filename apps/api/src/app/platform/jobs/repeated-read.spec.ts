import { LocalBell } from '../database/bell/local-bell';
import { RepeatedRead } from './repeated-read';

const INTERVAL_MS = 50;

let bell: LocalBell;
beforeEach(() => {
  jest.useFakeTimers();
  bell = new LocalBell();
});
afterEach(() => jest.useRealTimers());

/** Reads until the test ends. Returns the times of the reads, in milliseconds from now. */
function readFrom(read: () => Promise<number>): { readonly at: number[]; readonly reads: RepeatedRead } {
  const start = performance.now();
  const at: number[] = [];
  const counted = () => {
    at.push(Math.round(performance.now() - start));
    return read();
  };
  return { at, reads: new RepeatedRead(bell, { name: 'test', intervalMs: INTERVAL_MS, read: counted }) };
}

it.each([
  ['finds nothing', () => Promise.resolve(bell.pollMs)],
  ['fails', () => Promise.reject(new Error('The database is away'))],
])('reads again after the time of a poll if the bell does not ring and a read %s', async (_case, read) => {
  const { at, reads } = readFrom(read);

  await jest.advanceTimersByTimeAsync(3 * bell.pollMs);

  expect(at).toEqual([bell.pollMs, 2 * bell.pollMs, 3 * bell.pollMs]);
  reads.stop();
});

it('reads as soon as the bell rings, and once for many rings', async () => {
  const { at, reads } = readFrom(() => Promise.resolve(bell.pollMs));

  bell.ring();
  await jest.advanceTimersByTimeAsync(1);
  for (let n = 0; n < 100; n++) bell.ring();
  await jest.advanceTimersByTimeAsync(1000);

  expect(at).toEqual([0, INTERVAL_MS]);
  reads.stop();
});

it('reads again for a ring during a read, which may have come too late for it', async () => {
  const { at, reads } = readFrom(async () => {
    if (at.length === 1) bell.ring();
    return Promise.resolve(bell.pollMs);
  });

  bell.ring();
  await jest.advanceTimersByTimeAsync(1000);

  expect(at).toEqual([0, INTERVAL_MS]);
  reads.stop();
});

it('reads no more once it is stopped', async () => {
  const { at, reads } = readFrom(() => Promise.resolve(bell.pollMs));

  reads.stop();
  bell.ring();
  await jest.advanceTimersByTimeAsync(10 * bell.pollMs);

  expect(at).toEqual([]);
});
