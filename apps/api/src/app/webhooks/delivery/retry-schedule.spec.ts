import { MAX_TRIES, delayAfter, retryAfterMs } from './retry-schedule';

it('tries ten times, over three days and three hours', () => {
  const delays = Array.from({ length: MAX_TRIES - 1 }, (_, index) => delayAfter(index + 1, 0, 0.5) ?? 0);

  expect(MAX_TRIES).toBe(10);
  expect(delays[0]).toBe(5000);
  expect(delays.reduce((sum, delay) => sum + delay, 0) / 3_600_000).toBeCloseTo(75.6, 1);
  expect(delayAfter(MAX_TRIES)).toBeUndefined();
});

it('varies each delay by a fifth', () => {
  expect([delayAfter(1, 0, 0), delayAfter(1, 0, 1)]).toEqual([4000, 6000]);
});

it('waits as long as the receiver asks, a day at most', () => {
  expect(delayAfter(1, 60_000)).toBe(60_000);
  expect(delayAfter(1, 1e12)).toBe(86_400_000);
});

it.each([
  ['seconds', '120', 120_000],
  ['a date', 'Thu, 01 Jan 1970 00:01:00 GMT', 60_000],
  ['a date in the past', 'Wed, 31 Dec 1969 00:00:00 GMT', 0],
  ['nothing', undefined, 0],
  ['words', 'soon', 0],
  ['too many digits', '99999999999999', 0],
])('reads %s of Retry-After', (_, header, ms) => {
  expect(retryAfterMs(header, 0)).toBe(ms);
});
