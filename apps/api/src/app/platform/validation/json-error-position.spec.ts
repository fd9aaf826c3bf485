import { jsonErrorPosition } from './json-error-position';

describe('jsonErrorPosition', () => {
  it.each([
    ['', 0],
    ['   ', 3],
    ['{', 1],
    ['{"a"', 4],
    ['{"a":', 5],
    ['{"a":1', 6],
    ['{"a":1,}', 7],
    ['{"a":}', 5],
    ['{"a" 1}', 5],
    ['{a:1}', 1],
    ['[1,]', 3],
    ['[1 2]', 3],
    ['[1}', 2],
    ['{"a":1]', 6],
    ['{} {}', 3],
    ['tru', 0],
    ['[truex]', 5],
    ['01', 1],
    ['[-]', 1],
    ['1.', 1],
    ['"abc', 4],
    ['"a\nb"', 2],
    ['"a\\x"', 2],
    ['"\\u12g4"', 1],
    ['{"a":"b\u0001"}', 7],
    ['\ufeff{}', 0],
    ['[1,\n 2,\n oops]', 9],
  ])('finds the error in %p at %d', (text, position) => {
    expect(() => void JSON.parse(text)).toThrow(SyntaxError);
    expect(jsonErrorPosition(text)).toBe(position);
  });

  it.each(['{}', ' [ ] ', '{"a":[1,{"b":null}],"c":-1.5e+3}', '"\\u00e9\\n"', 'true', '[[],{}]'])(
    'returns the end of the valid text %p',
    (text) => {
      expect(() => void JSON.parse(text)).not.toThrow();
      expect(jsonErrorPosition(text)).toBe(text.length);
    },
  );

  it('does not overflow on a deep or a long body', () => {
    expect(jsonErrorPosition('['.repeat(1_500_000))).toBe(1_500_000);
    expect(jsonErrorPosition(`"${'a\\n'.repeat(300_000)}`)).toBe(900_001);
  });
});
