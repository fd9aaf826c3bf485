import { containsPattern, searchTerms } from './search-terms';

describe('searchTerms', () => {
  it.each([
    ['', []],
    ['  \t ', []],
    ['card', ['card']],
    [' two  words ', ['two', 'words']],
    ['ideographic\u3000space', ['ideographic', 'space']],
    ['again again', ['again']],
    ['"a phrase"', ['a phrase']],
    ['"a phrase" word', ['a phrase', 'word']],
    ['"one""two"', ['one', 'two']],
    ['" kept as it is "', [' kept as it is ']],
    ['""', []],
    ['"  "', []],
    ['5" pipe', ['5"', 'pipe']],
    ['an "open phrase', ['an', '"open', 'phrase']],
    ['"', ['"']],
    ["it's", ["it's"]],
  ])('reads %p as %j', (search, terms) => {
    expect(searchTerms(search)).toEqual(terms);
  });
});

describe('containsPattern', () => {
  it('takes the wildcards of LIKE for plain characters', () => {
    expect(containsPattern('100% of a_b \\ c')).toBe('%100\\% of a\\_b \\\\ c%');
  });
});
