import { similarFigures } from './similar-figures.mts';

it('shows the 95th percentile of both requests, the first request, and the statement without the API', () => {
  const hundred = Array.from({ length: 100 }, (_, n) => n + 1);

  const figures = similarFigures({ first: 300, texts: hundred, tickets: [7], twoWords: [1000, 3000, 2000] });

  expect(figures.map(({ measured }) => measured)).toEqual([95, 7, 300, 3000]);
  expect(figures.map(({ target }) => target)).toEqual([{ atMost: 200 }, { atMost: 200 }, undefined, undefined]);
  expect(figures[0]?.note).toBe('p50 50 ms, n = 100');
});

it('has all rows, unmeasured, without measurements', () => {
  expect(similarFigures(undefined).map(({ measured }) => measured)).toEqual(Array(4).fill(undefined));
});
