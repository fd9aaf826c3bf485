import { importFigures } from './import-figures.mts';
import { sizeMeasurements } from './size-measurements.fixture.mts';

const seen = { rows: 10_000, perSecond: 1000, memory: 120 };

it('compares an import with a bare COPY of the same rows', () => {
  const figures = importFigures(seen, sizeMeasurements({ tickets: 10_000, fillSeconds: 5 }));

  expect(figures.map(({ measured }) => measured)).toEqual([1000, 2000, 0.5, 120]);
});

it('leaves the comparison unmeasured if either side is missing', () => {
  expect(importFigures(seen, undefined).map(({ measured }) => measured)).toEqual([1000, undefined, undefined, 120]);
  expect(importFigures(undefined, sizeMeasurements())[2]?.measured).toBeUndefined();
});
