import { exactnessFigures } from './exactness-figures.mts';

it('counts differences, and names the number of comparisons and of 503 responses', () => {
  const figures = exactnessFigures({
    counters: { times: 40, differing: 1 },
    stats: { times: 90, differing: 0 },
    direct: { committed: 7, rolledBack: 3 },
    requests: { done: 20, unavailable: 0 },
    files: { done: 2, unavailable: 1 },
  });

  expect(figures.map(({ measured }) => measured)).toEqual([1, 0]);
  expect(figures[1]?.note).toBe('of 90, under 20 requests and 2 (1 times 503) imports');
});
