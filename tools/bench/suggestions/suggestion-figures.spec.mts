import { suggestionFigures } from './suggestion-figures.mts';

it('has the slow end of the reports, and what a choice adds to filing', () => {
  const figures = suggestionFigures({
    month: [10, 12, 11],
    year: [100, 130, 90],
    bareCount: [50, 40, 30],
    cell: [20, 30, 25],
    reason: [4, 6, 5],
    filing: [3, 4, 5],
    filingWithChoice: [3.5, 4.75, 6],
  });

  expect(figures.map(({ measured }) => measured)).toEqual([12, 130, 50, 30, 6, 0.75]);
});

it('has all rows, unmeasured, without measurements', () => {
  expect(suggestionFigures(undefined).map(({ measured }) => measured)).toEqual(Array(6).fill(undefined));
});
