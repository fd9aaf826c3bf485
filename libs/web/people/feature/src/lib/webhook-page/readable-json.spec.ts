import { readableJson } from './readable-json';

it('gives each value of JSON text a line', () => {
  expect(readableJson('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}');
});

it('leaves other text as it is', () => {
  expect(readableJson('{"a":')).toBe('{"a":');
});
