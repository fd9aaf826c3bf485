import type { SizeMeasurements } from './measure-size.mts';
import { sizeMeasurements } from './size-measurements.fixture.mts';
import { sizeFigures } from './size-figures.mts';

const measuredBy = (small: SizeMeasurements | undefined, full: SizeMeasurements | undefined) =>
  Object.fromEntries(sizeFigures(small, full).map(({ what, measured }) => [what, measured]));

it('divides the full size by the smallest', () => {
  const full = sizeMeasurements({
    lists: { perSecond: 1, p50: 15, p95: 30 },
    stats: { perSecond: 1, p50: 2, p95: 6 },
  });

  expect(measuredBy(sizeMeasurements(), full)).toMatchObject({
    'list, any filters, any page: p95 / p95 at the smallest size': 1.5,
    'stats: p95 / p95 at the smallest size': 2,
    'stats: p95': 6,
  });
});

it('takes the slowest kind of search, without the hard ones', () => {
  expect(measuredBy(sizeMeasurements(), sizeMeasurements())).toMatchObject({
    'search of 3 or more characters, the page: p95': 6,
    'the same with its count: p95': 6,
    'search of 1 or 2 characters: p95': 8,
  });
});

it('has all rows, unmeasured, without measurements', () => {
  const none = sizeFigures(undefined, undefined);

  expect(none.map(({ what }) => what)).toEqual(
    sizeFigures(sizeMeasurements(), sizeMeasurements()).map(({ what }) => what),
  );
  expect(none.every(({ measured }) => measured === undefined)).toBe(true);
});

it('has no ratio if one of the sizes is missing', () => {
  expect(measuredBy(undefined, sizeMeasurements())['stats: p95 / p95 at the smallest size']).toBeUndefined();
});
