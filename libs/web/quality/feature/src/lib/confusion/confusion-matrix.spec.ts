import { toConfusionRows } from './confusion-matrix';

const CELLS = [
  { suggested: 'billing', chosen: 'billing', n: 46 },
  { suggested: 'technical', chosen: 'billing', n: 4 },
  { suggested: 'technical', chosen: 'technical', n: 60 },
  { suggested: 'account', chosen: 'technical', n: 2 },
  { suggested: 'general', chosen: 'general', n: 29 },
];

it('has a row for each value, the most frequent one first, and says how many were found', () => {
  const rows = toConfusionRows('category', CELLS);

  expect(rows.map(({ chosen, n, found, cells }) => [chosen, n, found, cells.map((cell) => cell.n)])).toEqual([
    ['technical', 62, 60 / 62, [60, 0, 0, 2]],
    ['billing', 50, 0.92, [4, 46, 0, 0]],
    ['general', 29, undefined, [0, 0, 29, 0]], // too few
    ['account', 0, undefined, [0, 0, 0, 0]],
  ]);
});

it('colours right and wrong cells by their own highest numbers', () => {
  const strengths = toConfusionRows('category', CELLS).map(({ cells }) => cells.map(({ strength }) => strength));

  expect(strengths[0]).toEqual([1, 0, 0, 0.5]);
  expect(strengths[1]).toEqual([1, 46 / 60, 0, 0]);
});

it('orders priorities by their urgency', () => {
  const rows = toConfusionRows('priority', [{ suggested: 'low', chosen: 'low', n: 100 }]);

  expect(rows.map(({ chosen }) => chosen)).toEqual(['critical', 'high', 'medium', 'low']);
});
