import { feedFigures } from './feed-figures.mts';

it('counts what was missed and what does not exist, and names the load', () => {
  const figures = feedFigures({
    minutes: 5,
    events: 900,
    transactions: 300,
    requests: 200,
    repeated: 12,
    connections: 15,
    resets: 0,
    missed: 2,
    invented: 1,
    disordered: 4,
    delayP95: 120,
  });

  expect(figures.map(({ measured }) => measured)).toEqual([3, 4, 120]);
  expect(figures[0]?.note).toContain('of 900, in 5 minutes with 300 transactions and 200 requests');
});

it('measures nothing without a run', () => {
  expect(feedFigures(undefined).map(({ measured }) => measured)).toEqual([undefined, undefined, undefined]);
});
