import { DailyBudget } from './daily-budget';

const at = (time: string) => jest.spyOn(Date, 'now').mockReturnValue(Date.parse(time));

describe('DailyBudget', () => {
  it('gives out so many calls a day, and no more', () => {
    at('2026-11-23T10:00:00Z');
    const budget = new DailyBudget(2);

    expect([budget.take(), budget.take(), budget.take()]).toEqual([true, true, false]);
    expect(budget.hasRoom).toBe(false);
  });

  it('begins anew with the UTC day', () => {
    at('2026-11-23T23:59:59.999Z');
    const budget = new DailyBudget(1);
    budget.take();

    expect(budget.hasRoom).toBe(false);
    at('2026-11-24T00:00:00Z');
    expect(budget.hasRoom).toBe(true);
  });

  it('gives out none at a limit of 0', () => {
    expect(new DailyBudget(0).take()).toBe(false);
  });
});
