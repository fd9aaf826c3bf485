import { BehindError, OtherClusterError, catchUp, readLogPosition } from './log-position';

const at = (...lsns: number[]) => {
  let question = 0;
  return () => Promise.resolve([{ cluster: 'c', lsn: String(lsns[Math.min(question++, lsns.length - 1)]) }]);
};

it('reads positions beyond 32 bits exactly', async () => {
  const query = () => Promise.resolve([{ cluster: '7', lsn: '18446744073709551615' }]);

  expect(await readLogPosition(query)).toEqual({ cluster: '7', lsn: 2n ** 64n - 1n });
});

it.each([
  ['at the position', [100]],
  ['beyond it', [101]],
  ['that catches up', [98, 99, 100]],
])('accepts a standby %s', async (_, lsns) => {
  await expect(catchUp(at(...lsns), { cluster: 'c', lsn: 100n })).resolves.toBeUndefined();
});

it('refuses a standby that stays behind', async () => {
  await expect(catchUp(at(99), { cluster: 'c', lsn: 100n })).rejects.toThrow(BehindError);
});

it('refuses a server of another cluster', async () => {
  await expect(catchUp(at(200), { cluster: 'other', lsn: 100n })).rejects.toThrow(OtherClusterError);
});
