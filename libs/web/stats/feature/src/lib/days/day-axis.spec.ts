import { toDayAxis } from './day-axis';

const thirty = (...others: number[]) => [...Array.from({ length: 30 - others.length }, () => 20), ...others];

it.each([
  ['no tickets', thirty().fill(0), 4, [0, 1, 2, 3, 4]],
  ['few tickets', [0, 1, 3], 4, [0, 1, 2, 3, 4]],
  ['similar days', thirty(33, 35), 40, [0, 10, 20, 30, 40]],
  ['one day with far more', thirty(900), 40, [0, 10, 20, 30, 40]],
  ['all tickets on one day', [...thirty().fill(0).slice(1), 950], 1000, [0, 500, 1000]],
  ['many tickets', [130_000, 90_000, 120_000], 150_000, [0, 50_000, 100_000, 150_000]],
])('with %s', (_, counts, end, ticks) => {
  expect(toDayAxis(counts)).toEqual({ end, ticks });
});

it('has three to five lines and shows nine of ten days whole', () => {
  for (let most = 1; most < 3_000_000; most = Math.ceil(most * 1.07)) {
    const counts = Array.from({ length: 30 }, (_, index) => Math.round((most * index) / 29));
    const { end, ticks } = toDayAxis(counts);

    expect(ticks.length).toBeGreaterThanOrEqual(3);
    expect(ticks.length).toBeLessThanOrEqual(5);
    expect(counts.filter((count) => count <= end).length).toBeGreaterThanOrEqual(27);
  }
});
