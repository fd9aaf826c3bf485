import { trainingFigures } from './training-figures.mts';

it('has time, memory and the delay of others', () => {
  const seen = { readingSeconds: 4, fittingSeconds: 6, fittingCpuSeconds: 5, megabytes: 200, delayMs: 12 };

  expect(trainingFigures(seen).map(({ measured }) => measured)).toEqual([6, 5, 4, 200, 12]);
});

it('has all rows, unmeasured, without measurements', () => {
  expect(trainingFigures(undefined).map(({ measured }) => measured)).toEqual(Array(5).fill(undefined));
});
