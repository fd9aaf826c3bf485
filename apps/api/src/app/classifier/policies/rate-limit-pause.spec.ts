import { RateLimitPause } from './rate-limit-pause';

const setTime = (now: number) => jest.spyOn(Date, 'now').mockReturnValue(now);

describe('RateLimitPause', () => {
  it.each([
    ['for the requested delay', 7000, 7000],
    ['at most one minute', 3_600_000, 60_000],
    ['one minute without a requested delay', undefined, 60_000],
  ])('lasts %s', (_case, requestedMs, expectedMs) => {
    setTime(1_000_000);
    const pause = new RateLimitPause();
    pause.start(requestedMs);

    setTime(1_000_000 + expectedMs - 1);
    expect(pause.isActive).toBe(true);
    setTime(1_000_000 + expectedMs);
    expect(pause.isActive).toBe(false);
  });

  it('is not shortened by a shorter one', () => {
    setTime(1_000_000);
    const pause = new RateLimitPause();
    pause.start(30_000);
    pause.start(1000);

    setTime(1_020_000);
    expect(pause.isActive).toBe(true);
  });

  it('is inactive by default', () => {
    expect(new RateLimitPause().isActive).toBe(false);
  });
});
