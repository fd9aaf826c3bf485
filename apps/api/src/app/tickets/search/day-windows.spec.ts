import { type DayCount, type DayWindow, nextSize, splitWindow, takeWindow } from './day-windows';

const days = (...tickets: number[]): [DayCount, ...DayCount[]] =>
  tickets.map((count, index) => ({ day: `2026-01-${String(index + 1).padStart(2, '0')}`, tickets: count })) as [
    DayCount,
    ...DayCount[],
  ];
const sizes = (window: DayWindow | undefined) => window?.map(({ tickets }) => tickets);

describe('takeWindow', () => {
  it('takes days in their order, up to so many tickets', () => {
    const all = days(3000, 1000, 1, 60_000);

    expect(sizes(takeWindow(all, 4000))).toEqual([3000, 1000]);
    expect(sizes(takeWindow(all, 4000))).toEqual([1]);
    expect(sizes(takeWindow(all, Infinity))).toEqual([60_000]);
    expect(takeWindow(all, 4000)).toBeUndefined();
  });

  it('takes one day at least, however many tickets it has', () => {
    expect(sizes(takeWindow(days(90_000, 1), 4000))).toEqual([90_000]);
  });
});

describe('nextSize', () => {
  it.each([
    ['half as much again as will do', { seen: 4000, found: 100, missing: 200 }, 12_000],
    ['much more than was seen, when there was nothing', { seen: 4000, found: 0, missing: 1000 }, 16_000],
    ['no more than that for what is rare', { seen: 4000, found: 1, missing: 1000 }, 16_000],
    ['not too little', { seen: 4000, found: 1000, missing: 1 }, 4000],
  ])('is %s', (_, { seen, found, missing }, size) => {
    expect(nextSize(seen, found, missing)).toBe(size);
  });
});

describe('splitWindow a window', () => {
  it('have a quarter of its tickets each, as far as days allow', () => {
    expect(splitWindow(days(100, 100, 50, 50, 300, 200)).map(sizes)).toEqual([[100, 100], [50, 50], [300], [200]]);
  });

  it('are always fewer days, also when one day has nearly all of it', () => {
    expect(splitWindow(days(1, 1, 3000)).map(sizes)).toEqual([[1, 1], [3000]]);
  });
});
