import { setImmediate } from 'node:timers/promises';
import { readAhead } from './read-ahead';

/** Counts up to a number, then ends or fails. Records the started values and whether it was closed. */
function counter(end: number, failure?: Error) {
  const seen = { begun: 0, isClosed: false };
  async function* count() {
    try {
      while (seen.begun < end) {
        seen.begun++;
        await setImmediate();
        yield seen.begun;
      }
      if (failure) throw failure;
    } finally {
      seen.isClosed = true;
    }
  }
  return { seen, values: readAhead(count()) };
}

async function all(values: AsyncIterable<number>): Promise<number[]> {
  const found: number[] = [];
  for await (const value of values) found.push(value);
  return found;
}

it('gives all values in their order', async () => {
  expect(await all(counter(5).values)).toEqual([1, 2, 3, 4, 5]);
  expect(await all(counter(0).values)).toEqual([]);
});

it('is one value ahead, and no more', async () => {
  const { seen, values } = counter(5);
  await values.next();
  for (let tick = 0; tick < 10; tick++) await setImmediate();

  expect(seen.begun).toBe(2);
});

it('fails as its source does, after the values before', async () => {
  const { values } = counter(2, new Error('The database is gone'));

  expect([await values.next(), await values.next()].map(({ value }) => value)).toEqual([1, 2]);
  await expect(values.next()).rejects.toThrow('The database is gone');
});

it('closes its source when nobody reads on, also one that fails meanwhile', async () => {
  const { seen, values } = counter(1, new Error('Too late'));
  await values.next();
  await values.return(undefined);
  for (let tick = 0; tick < 10; tick++) await setImmediate();

  expect(seen.isClosed).toBe(true);
});
