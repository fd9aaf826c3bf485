import type { DataSource } from 'typeorm';
import { Lease } from './lease';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Runs work under a lease on a database that answers by `query`, until the work loses the lease or a minute has passed. */
async function isLostWithinMinute(query: () => Promise<unknown[]>): Promise<boolean> {
  const database = { query } as unknown as DataSource;
  let isLost = false;
  const work = new Lease(database, 'work').run(
    (lost) =>
      new Promise((resolve) => {
        lost.addEventListener('abort', () => {
          isLost = true;
          resolve();
        });
        setTimeout(resolve, 59_999);
      }),
  );
  await jest.advanceTimersByTimeAsync(60_000);
  await work;
  return isLost;
}

it('aborts the work before the lease expires, if it cannot be renewed', async () => {
  let calls = 0;

  expect(
    await isLostWithinMinute(() =>
      calls++ ? Promise.reject(new Error('gone')) : Promise.resolve([{ is_held: true }]),
    ),
  ).toBe(true);
});

it('continues the work after a failed renewal, if a later one succeeds', async () => {
  let calls = 0;

  expect(
    await isLostWithinMinute(() =>
      ++calls === 2 ? Promise.reject(new Error('gone')) : Promise.resolve([{ is_held: true }]),
    ),
  ).toBe(false);
});

it('aborts the work if another process took the lease', async () => {
  let calls = 0;

  expect(await isLostWithinMinute(() => Promise.resolve(calls++ ? [] : [{ is_held: true }]))).toBe(true);
});
