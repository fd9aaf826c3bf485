import { DailyBudget } from './daily-budget';

const setTime = (time: string) => jest.spyOn(Date, 'now').mockReturnValue(Date.parse(time));

describe('DailyBudget', () => {
  it('rejects calls above the daily limit', async () => {
    setTime('2026-11-23T10:00:00Z');
    const budget = new DailyBudget(2);

    expect([await budget.take(), await budget.take(), await budget.take()]).toEqual([true, true, false]);
    expect(budget.hasCallsLeft).toBe(false);
  });

  it('resets at the start of a UTC day', async () => {
    setTime('2026-11-23T23:59:59.999Z');
    const budget = new DailyBudget(1);
    await budget.take();

    expect(budget.hasCallsLeft).toBe(false);
    setTime('2026-11-24T00:00:00Z');
    expect(budget.hasCallsLeft).toBe(true);
  });

  it('allows no call with a limit of 0', async () => {
    expect(await new DailyBudget(0).take()).toBe(false);
  });
});
