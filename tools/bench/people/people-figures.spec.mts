import { peopleFigures } from './people-figures.mts';

it('compares sessions and tokens with the open list, and guesses with each other', () => {
  const figures = peopleFigures({
    open: [1, 2, 4],
    session: [1.1, 2.2, 4.4],
    token: [1.5, 3, 6],
    knownAddress: [40, 50, 60],
    unknownAddress: [45, 40, 35],
  });

  expect(figures.map(({ measured }) => measured)).toEqual([2, 1.1, 1.5, 0.8, 1.25]);
});

it('has all rows, unmeasured, without measurements', () => {
  expect(peopleFigures(undefined).map(({ measured }) => measured)).toEqual(Array(5).fill(undefined));
});
