import { bothSearches } from './both-searches';
import { searchTerms } from './search-terms';

describe('bothSearches', () => {
  it.each([
    ['', '', []],
    ['a', '', ['a']],
    ['a', 'b', ['a', 'b']],
    ['"a b"', '"c d"', ['a b', 'c d']],
    ['"foo', '"a b"', ['a b', '"foo']],
    ['"a b"', '"foo', ['a b', '"foo']],
    ['5" "a b"', '"c" "', ['5"', 'a b', 'c', '"']],
    ['"', '"a b"', ['a b', '"']],
  ])('of %p and %p looks for %p', (one, other, terms) => {
    expect(searchTerms(bothSearches(one, other))).toEqual(terms);
  });

  it('knows typographic quotation marks, which folding makes plain', () => {
    expect(bothSearches('“foo', '„a b“')).toBe('„a b“ “foo');
  });
});
