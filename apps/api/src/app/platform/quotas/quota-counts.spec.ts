import { QuotaCounts } from './quota-counts';

const NOON = Date.parse('2026-03-01T12:00:00Z');
const LIMIT = 3;

it('allows as many requests as the limit in a minute, and says what is left', () => {
  const counts = new QuotaCounts();
  const take = (ms: number) => counts.take('a', LIMIT, NOON + ms);

  expect([take(0), take(100), take(37_100), take(40_000)]).toEqual([
    { isAllowed: true, remaining: 2, reset: 60 },
    { isAllowed: true, remaining: 1, reset: 60 },
    { isAllowed: true, remaining: 0, reset: 23 },
    { isAllowed: false, remaining: 0, reset: 20 },
  ]);
  expect(take(60_000)).toEqual({ isAllowed: true, remaining: 2, reset: 60 });
});

it('counts each sender alone', () => {
  const counts = new QuotaCounts();
  for (let n = 0; n < LIMIT; n++) counts.take('a', LIMIT, NOON);

  expect(counts.take('a', LIMIT, NOON).isAllowed).toBe(false);
  expect(counts.take('b', LIMIT, NOON).isAllowed).toBe(true);
});

it('counts the requests of other processes once it knows them', () => {
  const counts = new QuotaCounts();
  counts.take('a', LIMIT, NOON);
  const { minute, counts: unsent } = counts.unsent(NOON);
  expect(unsent).toEqual([{ key: 'a', requests: 1 }]);
  counts.take('a', LIMIT, NOON); // while they are being sent

  for (const count of unsent) counts.settle(minute, count, 2);

  expect(counts.unsent(NOON).counts).toEqual([{ key: 'a', requests: 1 }]);
  expect(counts.take('a', LIMIT, NOON).isAllowed).toBe(false);
});

it('does not send requests that it refused, or those of the last minute', () => {
  const counts = new QuotaCounts();
  for (let n = 0; n < LIMIT + 5; n++) counts.take('a', LIMIT, NOON);
  const { minute, counts: unsent } = counts.unsent(NOON);

  expect(unsent).toEqual([{ key: 'a', requests: LIMIT }]);
  expect(counts.unsent(NOON + 60_000).counts).toEqual([]);
  counts.take('a', LIMIT, NOON + 60_000);
  for (const count of unsent) counts.settle(minute, count, LIMIT);
  expect(counts.take('a', LIMIT, NOON + 60_000).remaining).toBe(LIMIT - 2);
});
