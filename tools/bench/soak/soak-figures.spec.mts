import { growthOf } from './memory-growth.mts';
import { soakFigures } from './soak-figures.mts';

const seen = {
  minutes: 3,
  perSecond: 150,
  unexpected: new Map<string, number>(),
  maxMemory: 140,
  memoryAfter: 130,
  growth: 1.01,
};

it('compares the memory of the last third with that of the middle third', () => {
  expect(growthOf([500, 500, 500, 100, 100, 100, 110, 110, 110])).toBe(1.1);
  expect(growthOf([100, 120])).toBeNaN(); // too few samples
});

it('shows the memory if every response was the expected one', () => {
  expect(soakFigures(seen).map(({ measured }) => measured)).toEqual([150, 0, 1.01, 140, 130]);
});

it('leaves the memory unmeasured after an unexpected response, and names it', () => {
  const unexpected = new Map([
    ['GET /api/tickets/ 503 for 200', 2],
    ['no response', 1],
  ]);
  const figures = soakFigures({ ...seen, unexpected });

  expect(figures.map(({ measured }) => measured)).toEqual([150, 3, undefined, undefined, undefined]);
  expect(figures[1]?.note).toBe('2 × GET /api/tickets/ 503 for 200, 1 × no response');
});
