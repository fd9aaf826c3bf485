import { alternate, median, medianRatio, percentile } from './statistics.mts';

describe('percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, n) => 100 - n);

  it.each([
    [0, 1],
    [1, 1],
    [50, 50],
    [95, 95],
    [99.5, 100],
    [100, 100],
  ])('%d of 1 to 100 is %d', (percent, expected) => {
    expect(percentile(hundred, percent)).toBe(expected);
  });

  it('sorts numbers by value and keeps the input', () => {
    const values = [10, 9, 100];

    expect(percentile(values, 50)).toBe(10);
    expect(values).toEqual([10, 9, 100]);
  });

  it('is the only value for every percentage, and NaN without values', () => {
    expect([1, 50, 95].map((percent) => percentile([7], percent))).toEqual([7, 7, 7]);
    expect(percentile([], 50)).toBeNaN();
  });
});

it('takes the lower of two middle values as the median', () => {
  expect(median([4, 1, 3, 2])).toBe(2);
});

describe('medianRatio', () => {
  it('divides round by round before it takes the median', () => {
    // The ratios are 0.25, 2 and 2; the ratio of the medians would be 0.5.
    expect(medianRatio([10, 20, 90], [40, 10, 45])).toBe(2);
  });

  it('is NaN for series of different rounds, and without rounds', () => {
    expect(medianRatio([1, 2], [1])).toBeNaN();
    expect(medianRatio([], [])).toBeNaN();
  });
});

it('alternates the measurements and keeps their values by round', async () => {
  const order: string[] = [];
  const measure = (name: string) => () => Promise.resolve(order.push(name));

  const series = await alternate(2, { api: measure('api'), bare: measure('bare') });

  expect(order).toEqual(['api', 'bare', 'api', 'bare']);
  expect(series).toEqual({ api: [1, 3], bare: [2, 4] });
});
