import type { Transactions } from '../../platform/database/transactions';
import type { SecurityLog } from '../security-log';
import { RateLimits } from './rate-limits';

const MINUTES = 60_000;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('deletes expired counts every five minutes, until the API stops', async () => {
  const query = jest.fn().mockResolvedValue([]);
  const transactions = { statement: (work: (manager: object) => Promise<unknown>) => work({ query }) };
  const limits = new RateLimits(transactions as unknown as Transactions, {} as SecurityLog);
  limits.create({ name: 'sign-in', attempts: 3, seconds: 60, message: 'Too many attempts' });

  await jest.advanceTimersByTimeAsync(10 * MINUTES);

  const hourAgo = Date.now() - 60 * MINUTES;
  expect(query.mock.calls).toEqual([
    ['DELETE FROM rate_limits WHERE expire < $1', [hourAgo - 5 * MINUTES]],
    ['DELETE FROM rate_limits WHERE expire < $1', [hourAgo]],
  ]);

  limits.onModuleDestroy();
  await jest.advanceTimersByTimeAsync(10 * MINUTES);

  expect(query).toHaveBeenCalledTimes(2);
  expect(jest.getTimerCount()).toBe(0);
});

it('goes on after the database was away', async () => {
  const statement = jest.fn().mockRejectedValue(new Error('away'));
  const limits = new RateLimits({ statement } as unknown as Transactions, {} as SecurityLog);

  await jest.advanceTimersByTimeAsync(10 * MINUTES);

  expect(statement).toHaveBeenCalledTimes(2);
  limits.onModuleDestroy();
});
