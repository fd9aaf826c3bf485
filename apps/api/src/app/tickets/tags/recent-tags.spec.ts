import { PrimaryOnly } from '../../platform/database/replica/replica-reads';
import type { Transactions } from '../../platform/database/transactions';
import { RecentTags, type TagCount } from './recent-tags';

const TAGS: readonly TagCount[] = [
  { name: 'refund', count: 3 },
  { name: 'mfa', count: 2 },
  { name: 'retry', count: 1 },
];

/** Responds to each count with the next of the given results. */
function counting(...results: (readonly TagCount[] | Error)[]) {
  const count = jest.fn(() => {
    const result = results.shift() ?? TAGS;
    return result instanceof Error ? Promise.reject(result) : Promise.resolve(result);
  });
  const transactions = { run: count } as unknown as Transactions;
  return { count, tags: new RecentTags(transactions, new PrimaryOnly()) };
}

let now = 0;
beforeEach(() => jest.spyOn(performance, 'now').mockImplementation(() => now));
afterEach(() => jest.restoreAllMocks());

describe('RecentTags', () => {
  it('finds by a prefix, the most frequent first, up to a limit', async () => {
    const { tags } = counting();

    expect(await tags.withPrefix('re', 10)).toEqual([TAGS[0], TAGS[2]]);
    expect(await tags.withPrefix('', 2)).toEqual([TAGS[0], TAGS[1]]);
    expect(await tags.withPrefix('x', 2)).toEqual([]);
  });

  it('counts once a minute, also for requests at the same time', async () => {
    const { count, tags } = counting();

    await Promise.all([tags.withPrefix('', 1), tags.withPrefix('m', 1)]);
    now += 59_999;
    await tags.withPrefix('', 1);
    expect(count).toHaveBeenCalledTimes(1);

    now += 1;
    await tags.withPrefix('', 1);
    expect(count).toHaveBeenCalledTimes(2);
  });

  it('does not count for five seconds after a failure of the database, also for those that wait for it', async () => {
    const tooSlow = Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' });
    const { count, tags } = counting(tooSlow, tooSlow, TAGS);

    const waiting = await Promise.allSettled(['m', 'mf', 'mfa'].map((prefix) => tags.withPrefix(prefix, 1)));
    now += 4_999;
    await expect(tags.withPrefix('mfa', 1)).rejects.toBe(tooSlow);
    expect(waiting.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(count).toHaveBeenCalledTimes(1);

    now += 1;
    await expect(tags.withPrefix('mfa', 1)).rejects.toBe(tooSlow);
    now += 4_999;
    await expect(tags.withPrefix('mfa', 1)).rejects.toBe(tooSlow);
    expect(count).toHaveBeenCalledTimes(2);

    now += 1;
    expect(await tags.withPrefix('mfa', 1)).toEqual([TAGS[1]]);
    expect(count).toHaveBeenCalledTimes(3);
  });

  it('counts again after a failure, which only the first request sees', async () => {
    const { count, tags } = counting(new Error('aborted'), TAGS);

    const [first, second] = await Promise.allSettled([tags.withPrefix('m', 1), tags.withPrefix('m', 1)]);

    expect(first.status).toBe('rejected');
    expect(second).toEqual({ status: 'fulfilled', value: [TAGS[1]] });
    await tags.withPrefix('', 1);
    expect(count).toHaveBeenCalledTimes(2);
  });
});
