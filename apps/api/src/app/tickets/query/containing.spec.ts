import { containing } from './containing';

it.each([
  'refund',
  'a'.repeat(16),
  'the invoice of the invoice of the invoice',
  'abcdefghijklmnopqrstuvwxyz0123456789'.repeat(5),
  'ERR_CONNECTION_REFUSED at 10.0.0.1:8443',
  '===',
])('uses LIKE for %s', (term) => {
  expect(containing(term).operator).toBe('LIKE');
});

it.each([
  ['a letter', 'a'.repeat(200)],
  ['a letter with another one at the end', `${'a'.repeat(199)}b`],
  ['a letter with another one in the middle', `${'a'.repeat(100)}b${'a'.repeat(99)}`],
  ['a pair', 'ab'.repeat(100)],
  ['a word', 'abcde'.repeat(40)],
  ['a character of two code units', '🔥'.repeat(100)],
])('uses an expression without wildcards for %s that repeats', (_, term) => {
  expect(containing(term)).toEqual({ operator: '~', operand: `***=${term}` });
});

it('escapes the wildcards of LIKE', () => {
  expect(containing('50%_\\')).toEqual({ operator: 'LIKE', operand: '%50\\%\\_\\\\%' });
});
