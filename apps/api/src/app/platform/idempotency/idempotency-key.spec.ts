import { InvalidInputException } from '../problems/invalid-input.exception';
import { readIdempotencyKey } from './idempotency-key';

it.each([
  ['a bare key', '0199-abc', '0199-abc'],
  ['a string of structured fields', '"0199-abc"', '0199-abc'],
  ['a string with escapes and spaces', String.raw`"a \"b\" \\c"`, String.raw`a "b" \c`],
  ['the longest key', 'k'.repeat(255), 'k'.repeat(255)],
])('reads %s', (_, header, key) => {
  expect(readIdempotencyKey(header)).toBe(key);
});

it('reads nothing without a header', () => {
  expect(readIdempotencyKey(undefined)).toBeUndefined();
});

it.each([
  ['an empty header', ''],
  ['an empty string', '""'],
  ['a key that is too long', 'k'.repeat(256)],
  ['two keys', ['one', 'two']],
  ['letters outside ASCII', 'schlüssel'],
  ['an open quote', '"one'],
])('refuses %s', (_, header) => {
  expect(() => readIdempotencyKey(header)).toThrow(InvalidInputException);
});
