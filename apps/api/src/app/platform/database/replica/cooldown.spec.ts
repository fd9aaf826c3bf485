import { Cooldown } from './cooldown';

let now = 1000;
beforeEach(() => void jest.spyOn(performance, 'now').mockImplementation(() => now));

it('keeps callers away for its time, and then lets one of them try', () => {
  const cooldown = new Cooldown();
  expect(cooldown.tryUse()).toBe(true);
  expect(cooldown.tryUse()).toBe(true);

  cooldown.start(5000);
  cooldown.start(1000); // does not end the longer one
  now += 4999;
  expect(cooldown.tryUse()).toBe(false);
  now += 1;
  expect([cooldown.tryUse(), cooldown.tryUse()]).toEqual([true, false]);
  now += 1000; // the first one has not returned
  expect([cooldown.tryUse(), cooldown.tryUse()]).toEqual([true, false]);

  cooldown.end();
  expect([cooldown.tryUse(), cooldown.tryUse()]).toEqual([true, true]);
});
