import { toAge } from './age';

const NOW = new Date(2026, 10, 23, 12, 0).getTime();
const ago = (ms: number) => new Date(NOW - ms).toISOString();

describe('toAge', () => {
  it.each([
    [0, { unit: 'now' }],
    [59_999, { unit: 'now' }],
    [60_000, { unit: 'minute', count: 1 }],
    [59 * 60_000, { unit: 'minute', count: 59 }],
    [60 * 60_000, { unit: 'hour', count: 1 }],
    [23.9 * 3_600_000, { unit: 'hour', count: 23 }],
    [24 * 3_600_000, { unit: 'date', date: '22 Nov' }],
    [366 * 24 * 3_600_000, { unit: 'date', date: '22 Nov 2025' }],
  ])('%d ms ago', (elapsed, age) => {
    expect(toAge(ago(elapsed), NOW)).toEqual(age);
  });

  it('counts a time in the future as now', () => {
    expect(toAge(ago(-5 * 60_000), NOW)).toEqual({ unit: 'now' });
  });
});
