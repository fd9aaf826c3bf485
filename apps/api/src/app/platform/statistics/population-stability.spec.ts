import { populationStability } from './population-stability';

it('is 0 for the same shares', () => {
  expect(populationStability([300, 300, 400], [300, 300, 400])).toBe(0);
  expect(populationStability([3000, 3000, 4000], [300, 300, 400])).toBeLessThan(0.0001);
});

it('adds up the differences of shares, weighted by the logarithm of their ratio', () => {
  // (0.6 − 0.5) ln(0.6 / 0.5) + (0.4 − 0.5) ln(0.4 / 0.5)
  expect(populationStability([50_000, 50_000], [60_000, 40_000])).toBeCloseTo(0.04055, 4);
  expect(populationStability([60_000, 40_000], [50_000, 50_000])).toBeCloseTo(0.04055, 4);
});

it('is finite for a value that only one side has', () => {
  const psi = populationStability([500, 0], [400, 100]);
  expect(psi).toBeGreaterThan(0.5);
  expect(psi).toBeLessThan(2);
});
