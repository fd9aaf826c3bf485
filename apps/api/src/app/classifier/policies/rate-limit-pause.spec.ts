import { RateLimitPause } from './rate-limit-pause';

const at = (now: number) => jest.spyOn(Date, 'now').mockReturnValue(now);

describe('RateLimitPause', () => {
  it.each([
    ['as long as it is asked to', 7000, 7000],
    ['a minute at most', 3_600_000, 60_000],
    ['a minute when nobody says how long', undefined, 60_000],
  ])('lasts %s', (_what, asked, lasts) => {
    at(1_000_000);
    const pause = new RateLimitPause();
    pause.begin(asked);

    at(1_000_000 + lasts - 1);
    expect(pause.isOn).toBe(true);
    at(1_000_000 + lasts);
    expect(pause.isOn).toBe(false);
  });

  it('is not cut short by a shorter one', () => {
    at(1_000_000);
    const pause = new RateLimitPause();
    pause.begin(30_000);
    pause.begin(1000);

    at(1_020_000);
    expect(pause.isOn).toBe(true);
  });

  it('is off at first', () => {
    expect(new RateLimitPause().isOn).toBe(false);
  });
});
