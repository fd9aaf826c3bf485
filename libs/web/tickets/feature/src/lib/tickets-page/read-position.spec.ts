import { readPosition } from './read-position';

it.each(['51', '999999999'])('reads %s', (value) => {
  expect(readPosition(value)).toBe(Number(value));
});

it.each([undefined, '', '0', '-1', '1.5', '1e3', 'x', '9'.repeat(30), ['1', '2']])('leaves %s out', (value) => {
  expect(readPosition(value)).toBeUndefined();
});
