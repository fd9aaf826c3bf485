import { LoopDelay } from './loop-delay';

it('is high once three timers in a row were a second late, until one is in time', () => {
  const delay = new LoopDelay();
  const states = [1500, 1200, 1000, 4000, 10, 2000].map((ms) => {
    delay.sample(ms);
    return delay.isHigh;
  });

  expect(states).toEqual([false, false, true, true, false, false]);
});
