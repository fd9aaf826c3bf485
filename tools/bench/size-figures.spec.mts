import type { OfSize } from './measure-size.mts';
import { anOfSize } from './of-size.fixture.mts';
import { sizeFigures } from './size-figures.mts';

const measuredBy = (small: OfSize | undefined, full: OfSize | undefined) =>
  Object.fromEntries(sizeFigures(small, full).map(({ what, measured }) => [what, measured]));

it('divides the full size by the smallest', () => {
  const full = anOfSize({
    lists: { perSecond: 1, p50: 15, p95: 30 },
    stats: { perSecond: 1, p50: 2, p95: 6 },
  });

  expect(measuredBy(anOfSize(), full)).toMatchObject({
    'list, any filters, any page: p95 / p95 at the smallest size': 1.5,
    'stats: p95 / p95 at the smallest size': 2,
    'stats: p95': 6,
  });
});

it('takes the slowest kind of search, without the hard ones', () => {
  expect(measuredBy(anOfSize(), anOfSize())).toMatchObject({
    'search of 3 or more characters, the page: p95': 6,
    'the same with its count: p95': 6,
    'search of 1 or 2 characters: p95': 8,
  });
});

it('has all rows, unmeasured, without measurements', () => {
  const none = sizeFigures(undefined, undefined);

  expect(none.map(({ what }) => what)).toEqual(sizeFigures(anOfSize(), anOfSize()).map(({ what }) => what));
  expect(none.every(({ measured }) => measured === undefined)).toBe(true);
});

it('has no ratio if one of the sizes is missing', () => {
  expect(measuredBy(undefined, anOfSize())['stats: p95 / p95 at the smallest size']).toBeUndefined();
});
