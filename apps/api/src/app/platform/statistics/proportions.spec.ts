import { mcNemar, shareOf } from './proportions';

// Known values: Newcombe 1998, table I (81 of 263, 15 of 148, 0 of 20, 1 of 29), without continuity correction.
it.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
  [20, 20, 0.8389, 1],
])('gives the interval of %d of %d', (right, n, low, high) => {
  const share = shareOf(right, n);

  expect(share).toMatchObject({ n, share: right / n });
  expect(share?.low).toBeCloseTo(low, 3);
  expect(share?.high).toBeCloseTo(high, 3);
});

it('has no share of nothing', () => {
  expect(shareOf(0, 0)).toBeUndefined();
});

it.each([
  [0, 0, 1],
  [5, 5, 1],
  [0, 5, 0.0625],
  [1, 9, 0.021484375],
  [9, 1, 0.021484375],
])('tests %d against %d', (one, other, p) => {
  expect(mcNemar(one, other)).toBeCloseTo(p, 9);
});

it('keeps its precision with thousands of cases', () => {
  expect(mcNemar(2000, 2000)).toBe(1);
  expect(mcNemar(1000, 2000)).toBeLessThan(1e-70);
});
