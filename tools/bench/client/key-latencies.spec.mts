import { summariseKeys, withUnreportedKeys } from './key-latencies.mts';

it('counts a key that was not reported as 16 ms', () => {
  expect(withUnreportedKeys([24, 40], 4)).toEqual([24, 40, 16, 16]);
});

it('leaves out the slowest of each 50 keys', () => {
  const keys = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

  expect(summariseKeys(keys(49), [8])).toEqual({ keys: 49, slowKey: 49, slowestKey: 49, inEmptyPage: 8 });
  expect(summariseKeys(keys(50), [8])).toMatchObject({ slowKey: 49, slowestKey: 50 });
  expect(summariseKeys(keys(100), keys(150))).toMatchObject({ slowKey: 98, slowestKey: 100, inEmptyPage: 147 });
});

it('is NaN without keys', () => {
  expect(summariseKeys([], [])).toEqual({ keys: 0, slowKey: NaN, slowestKey: NaN, inEmptyPage: NaN });
});
