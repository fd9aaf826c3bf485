import { Logger } from '@nestjs/common';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Transactions } from '../../platform/database/transactions';
import type { ModelUsage } from '../model-usage';
import { SharedBudget } from './shared-budget';

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
});
beforeEach(() => api.database.query('DELETE FROM model_spend'));
afterAll(() => api.close());

/** The budget of one more process, or of the same one after a restart. */
const aProcess = (callsPerDay: number, microsPerMonth?: number) =>
  new SharedBudget(api.app.get(Transactions), { callsPerDay, microsPerMonth }, { input: 2, output: 10 });

/** Adds usage and waits for its statement, for which no request waits. */
async function addUsage(budget: SharedBudget, usage: ModelUsage): Promise<void> {
  const statement = jest.spyOn(api.app.get(Transactions), 'statement');
  budget.addUsage(usage);
  await Promise.all(statement.mock.results.map(({ value }) => value as Promise<unknown>));
  statement.mockRestore();
}

const spend = (row: string) => api.database.query(`INSERT INTO model_spend (day, calls, cost_micros) VALUES ${row}`);
const spent = () => api.database.query('SELECT calls, cost_micros::int FROM model_spend');

describe('the budget of calls', () => {
  it('holds for several processes that call at once', async () => {
    const processes = [aProcess(7), aProcess(7), aProcess(7)];

    const taken = await Promise.all(processes.flatMap((each) => Array.from({ length: 5 }, () => each.take())));

    expect(taken.filter(Boolean)).toHaveLength(7);
    expect(await spent()).toEqual([{ calls: 7, cost_micros: 0 }]);
  });

  it('holds over a restart', async () => {
    expect(await aProcess(1).take()).toBe(true);

    const restarted = aProcess(1);
    expect(restarted.hasCallsLeft).toBe(true);
    expect(await restarted.take()).toBe(false);
    expect(restarted.hasCallsLeft).toBe(false);
  });

  it('allows no call with a limit of 0', async () => {
    expect(await aProcess(0).take()).toBe(false);
    expect(await spent()).toEqual([]);
  });

  it('is looked at again after a minute', async () => {
    const now = jest.spyOn(Date, 'now');
    const budget = aProcess(2);
    await spend(`((now() AT TIME ZONE 'UTC')::date, 2, 0)`);
    expect(await budget.take()).toBe(false);
    await api.database.query('DELETE FROM model_spend'); // another day has begun

    now.mockReturnValue(new Date().getTime() + 61_000);

    expect(budget.hasCallsLeft).toBe(true);
    expect(await budget.take()).toBe(true);
  });

  it('adds up what calls cost', async () => {
    const budget = aProcess(10);
    await budget.take();

    await addUsage(budget, { promptTokens: 700, outputTokens: 12 });
    await addUsage(budget, { promptTokens: 700 }); // unknown

    expect(await spent()).toEqual([{ calls: 1, cost_micros: 1520 }]);
  });

  it('adds the cost of an answer that comes after midnight, when no call of the new day has been made', async () => {
    const budget = aProcess(1);
    await addUsage(budget, { promptTokens: 700, outputTokens: 12 });
    expect(await spent()).toEqual([{ calls: 0, cost_micros: 1520 }]);

    expect(await budget.take()).toBe(true);
    expect(await budget.take()).toBe(false);
    expect(await spent()).toEqual([{ calls: 1, cost_micros: 1520 }]);
  });

  it('ends with the money of the month', async () => {
    await spend(`(date_trunc('month', now() AT TIME ZONE 'UTC')::date - 1, 5, 900)`); // last month
    expect(await aProcess(10, 1000).take()).toBe(true);

    await api.database.query('UPDATE model_spend SET cost_micros = 1000');

    expect(await aProcess(10, 1000).take()).toBe(false);
    expect(await aProcess(10, 1001).take()).toBe(true);
    expect(await aProcess(10).take()).toBe(true);
  });

  it('is counted by each process while the database is away', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
    await api.database.query('ALTER TABLE model_spend RENAME TO model_spend_away');
    const budget = aProcess(2);

    const taken = [await budget.take(), await budget.take(), await budget.take()];
    await api.database.query('ALTER TABLE model_spend_away RENAME TO model_spend');

    expect(taken).toEqual([true, true, false]);
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('in this process only'));
  });
});
