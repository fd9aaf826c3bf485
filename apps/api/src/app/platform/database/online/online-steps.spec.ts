import { type Batch, changeInBatches, nextLimit } from './online-steps';

describe('nextLimit', () => {
  it.each([
    ['grows to what takes 100 ms', 100, 80, 125],
    ['doubles at most', 100, 1, 200],
    ['shrinks at once', 1000, 1000, 100],
    ['is at least 10', 10, 5000, 10],
    ['is at most 2000', 2000, 1, 2000],
  ])('%s', (_, limit, milliseconds, next) => {
    expect(nextLimit(limit, milliseconds)).toBe(next);
  });
});

describe('changeInBatches', () => {
  const { signal } = new AbortController();

  it('starts each batch after the last row of the one before, until a batch is empty', async () => {
    const batches: Batch[] = [
      { rows: 50, last: 70 },
      { rows: 3, last: 75 },
      { rows: 0, last: null },
    ];
    const starts: number[] = [];

    const changed = await changeInBatches({ signal }, (after) => {
      starts.push(after);
      return Promise.resolve(batches.shift());
    });

    expect([changed, starts]).toEqual([53, [0, 70, 75]]);
  });

  it('ends between two batches when it is aborted', async () => {
    const stopping = new AbortController();

    const changes = changeInBatches({ signal: stopping.signal }, (after) => {
      stopping.abort(new Error('stopping'));
      return Promise.resolve({ rows: 1, last: after + 1 });
    });

    await expect(changes).rejects.toThrow();
  });
});
