import { sumFields, isConsistent } from './consistency.mts';

const STATS = {
  total_tickets: 3,
  open_tickets: 2,
  priority_breakdown: { low: 1, high: 2 },
  category_breakdown: { billing: 3 },
  status_breakdown: { open: 2, closed: 1 },
  tickets_per_day: [{ count: 1 }, { count: 1 }],
};

it('accepts statistics whose breakdowns all have the same total', () => {
  expect(isConsistent(STATS)).toBe(true);
});

it.each([
  ['a breakdown misses a ticket', { priority_breakdown: { low: 1, high: 1 } }],
  ['a breakdown has one too many', { category_breakdown: { billing: 4 } }],
  ['the open tickets differ', { open_tickets: 1 }],
  ['the days have more tickets than there are', { tickets_per_day: [{ count: 4 }] }],
])('rejects statistics if %s', (_reason, change) => {
  expect(isConsistent({ ...STATS, ...change })).toBe(false);
});

it('adds up objects field by field', () => {
  expect(
    sumFields([
      { times: 1, differing: 0 },
      { times: 5, differing: 2 },
    ]),
  ).toEqual({ times: 6, differing: 2 });
});
