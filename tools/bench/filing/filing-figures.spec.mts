import { filingFigures } from './filing-figures.mts';

it('compares filing with the bare route and with filing without counters', () => {
  const figures = filingFigures({ api: [75, 80, 70], bare: [100, 100, 100], withoutCounters: [150, 80, 100] });

  expect(figures.map(({ measured }) => measured)).toEqual([75, 100, 0.75, 0.7]);
  expect(figures.map(({ target }) => target)).toEqual([undefined, undefined, { atLeast: 0.75 }, { atLeast: 0.7 }]);
});

it('has all rows, unmeasured, without measurements', () => {
  expect(filingFigures(undefined).map(({ measured }) => measured)).toEqual(Array(4).fill(undefined));
});
