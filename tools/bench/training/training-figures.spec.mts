import { trainingAtWorkFigures, trainingFigures } from './training-figures.mts';

it('has time, memory and the delay of others', () => {
  const seen = { readingSeconds: 4, fittingSeconds: 6, fittingCpuSeconds: 5, megabytes: 200, delayMs: 12 };

  expect(trainingFigures(seen).map(({ measured }) => measured)).toEqual([6, 5, 4, 200, 12]);
});

it('has all rows, unmeasured, without measurements', () => {
  expect(trainingFigures(undefined).map(({ measured }) => measured)).toEqual(Array(5).fill(undefined));
});

it('has delays and requests with a training and without', () => {
  const seen = { delayMs: 30, usualDelayMs: 20, requests: [5, 9, 8], usualRequests: [4, 6, 5] };

  expect(trainingAtWorkFigures(seen).map(({ measured }) => measured)).toEqual([30, 20, 9, 6]);
  expect(trainingAtWorkFigures(undefined).map(({ measured }) => measured)).toEqual(Array(4).fill(undefined));
});
