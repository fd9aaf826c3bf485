import { parseWalPosition } from './wal-position';

it('reads positions that compare like those of PostgreSQL', () => {
  expect(parseWalPosition('0/0')).toBe(0n);
  expect(parseWalPosition('0/B374D848')).toBe(0xb374d848n);
  expect(parseWalPosition('16/B374D848')).toBe(0x16b374d848n);
  expect(parseWalPosition('1/0')).toBeGreaterThan(parseWalPosition('0/FFFFFFFF') ?? 2n ** 64n);
  expect(parseWalPosition('FFFFFFFF/FFFFFFFF')).toBe(2n ** 64n - 1n);
});

it.each(['', '16', '16/', '/16', '16/B374D8480', '1/2/3', '-1/2', '16/B374D84G', ' 16/1', '16/1\n'])(
  'reads no position in %j',
  (text) => expect(parseWalPosition(text)).toBeUndefined(),
);
