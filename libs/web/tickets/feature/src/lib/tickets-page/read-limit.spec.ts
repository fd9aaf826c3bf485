import { readLimit } from './read-limit';

it.each(['1', '50', '200'])('reads %s', (value) => {
  expect(readLimit(value)).toBe(Number(value));
});

it.each([undefined, '', '0', '-1', '201', '1000', '1.5', '1e2', 'x', ['1', '2']])('leaves %s out', (value) => {
  expect(readLimit(value)).toBeUndefined();
});
