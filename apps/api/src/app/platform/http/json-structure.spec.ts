import { structureError } from './json-structure';

const TOO_DEEP = 'is nested too deeply';
const TOO_MANY = 'holds too many values';

describe('structureError', () => {
  it.each([
    ['', undefined],
    ['7', undefined],
    ['['.repeat(1000) + ']'.repeat(1000), undefined],
    ['['.repeat(1001) + ']'.repeat(1001), TOO_DEEP],
    ['['.repeat(1001), TOO_DEEP],
    ['{"a":'.repeat(1001), TOO_DEEP],
    ['[{"a":'.repeat(501), TOO_DEEP],
    [`[${'[],'.repeat(5000)}{}]`, undefined],
    [`["${'['.repeat(2000)}"]`, undefined],
    [`["\\"${'['.repeat(2000)}"]`, undefined],
    [`["\\\\",${'['.repeat(2000)}]`, TOO_DEEP],
    [`{"${'{'.repeat(2000)}":0}`, undefined],
    [`"${'['.repeat(2000)}`, undefined],
    [`[0${',0'.repeat(19_000)}]`, undefined],
    [`[0${',0'.repeat(20_000)}]`, TOO_MANY],
    [`[0${',[]'.repeat(10_000)}]`, TOO_MANY],
    [`{"a":0${',"a":0'.repeat(20_000)}}`, TOO_MANY],
    [`{"a":"${','.repeat(30_000)}"}`, undefined],
  ])('of %.12p is %p (case %#)', (text, error) => {
    expect(structureError(text)).toBe(error);
  });
});
