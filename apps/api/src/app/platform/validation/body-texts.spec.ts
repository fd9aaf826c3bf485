import { tooDeepPlace, unstorableTexts } from './body-texts';

/** Lists inside each other, so many of them. */
const lists = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

describe('unstorableTexts', () => {
  it('finds them in values and in names, at any depth, in the order of the body', () => {
    const body = { 'a/b': ['fine', { c: 'half \ud800' }], 'x\0': 1, d: 'nul \0' };

    expect(unstorableTexts(body, 10)).toEqual([
      { pointer: '/a~1b/1/c', detail: 'must not contain half a surrogate pair' },
      { pointer: '/x\0', detail: 'has a name that must not contain the NUL character' },
      { pointer: '/d', detail: 'must not contain the NUL character' },
    ]);
  });

  it('names so many and no more', () => {
    const flood = Array.from({ length: 500_000 }, () => '\0');

    expect(unstorableTexts(flood, 2).map(({ pointer }) => pointer)).toEqual(['/0', '/1']);
  });

  it.each(['text', 7, null, true, {}, []])('finds none in %j', (body) => {
    expect(unstorableTexts(body, 10)).toEqual([]);
  });
});

describe('tooDeepPlace', () => {
  it('takes a depth of 32, and names the place where it goes deeper', () => {
    expect(tooDeepPlace({ a: lists(32) })).toBeUndefined();
    expect(tooDeepPlace({ a: lists(33) })).toBe(`/a${'/0'.repeat(32)}`);
  });

  it('overflows on no depth', () => {
    expect(tooDeepPlace(lists(200_000))).toBe('/0'.repeat(33));
  });
});
