import { ageOf, exactTime } from './age';

const NOW = new Date(2026, 10, 23, 12, 0).getTime();
const ago = (ms: number) => new Date(NOW - ms).toISOString();

describe('ageOf', () => {
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
    expect(ageOf(ago(elapsed), NOW)).toEqual(age);
  });

  it('never speaks of the future, however the clocks differ', () => {
    expect(ageOf(ago(-5 * 60_000), NOW)).toEqual({ unit: 'now' });
  });
});

it('names the zone beside the exact time', () => {
  expect(exactTime('2026-03-12T14:05:00.000Z')).toMatch(/12 Mar 2026.*\d\d:05 \S+/);
});
