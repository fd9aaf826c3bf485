import { type DayCount, type DayWindow, nextWindowSize, splitWindow, takeWindow } from './day-windows';

const days = (...tickets: number[]): [DayCount, ...DayCount[]] =>
  tickets.map((count, index) => ({ day: `2026-01-${String(index + 1).padStart(2, '0')}`, tickets: count })) as [
    DayCount,
    ...DayCount[],
  ];
const sizes = (window: DayWindow | undefined) => window?.map(({ tickets }) => tickets);

describe('takeWindow', () => {
  it('takes days in order, up to a number of tickets', () => {
    const all = days(3000, 1000, 1, 60_000);

    expect(sizes(takeWindow(all, 4000))).toEqual([3000, 1000]);
    expect(sizes(takeWindow(all, 4000))).toEqual([1]);
    expect(sizes(takeWindow(all, Infinity))).toEqual([60_000]);
    expect(takeWindow(all, 4000)).toBeUndefined();
  });

  it('takes at least one day, whatever its number of tickets', () => {
    expect(sizes(takeWindow(days(90_000, 1), 4000))).toEqual([90_000]);
  });
});

describe('nextWindowSize', () => {
  it.each([
    ['1.5 times the size that suffices at the same frequency', { seen: 4000, found: 100, missing: 200 }, 12_000],
    ['four times the seen tickets without a match', { seen: 4000, found: 0, missing: 1000 }, 16_000],
    ['at most four times the seen tickets for a rare match', { seen: 4000, found: 1, missing: 1000 }, 16_000],
    ['at least the minimum', { seen: 4000, found: 1000, missing: 1 }, 4000],
  ])('is %s', (_, { seen, found, missing }, size) => {
    expect(nextWindowSize(seen, found, missing)).toBe(size);
  });
});

describe('splitWindow', () => {
  it('makes parts of about a quarter of the tickets', () => {
    expect(splitWindow(days(100, 100, 50, 50, 300, 200)).map(sizes)).toEqual([[100, 100], [50, 50], [300], [200]]);
  });

  it('makes windows of fewer days, even if one day has nearly all tickets', () => {
    expect(splitWindow(days(1, 1, 3000)).map(sizes)).toEqual([[1, 1], [3000]]);
  });
});
