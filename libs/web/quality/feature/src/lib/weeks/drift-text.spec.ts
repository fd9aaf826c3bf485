import { driftText } from './drift-text';

const week = (day: number, psi: number | null) => ({ week: `2026-06-${String(day).padStart(2, '0')}`, n: 800, psi });

it.each([
  [[], ''],
  [[week(1, null)], ''],
  [[week(1, null), week(8, 0.034), week(15, 0.2)], 'The mix of categories stays: PSI 0.20 at most.'],
  [
    [week(1, null), week(8, 0.21), week(15, 0.1), week(22, 0.394)],
    'The mix of categories differs from the weeks before it in the week of 22 Jun 2026 (PSI 0.39), 8 Jun 2026 (PSI 0.21).',
  ],
  [
    [week(1, 0.5), week(8, 0.4), week(15, 0.3), week(22, 0.25), week(29, 0.21)],
    'The mix of categories differs from the weeks before it in the week of 29 Jun 2026 (PSI 0.21), 22 Jun 2026 (PSI 0.25), 15 Jun 2026 (PSI 0.30), and 2 more.',
  ],
])('of %j', (drift, text) => {
  expect(driftText({ drift, field: 'category' })).toBe(text);
});

it('names the field', () => {
  expect(driftText({ drift: [week(1, 0.02)], field: 'priority' })).toBe(
    'The mix of priorities stays: PSI 0.02 at most.',
  );
});
