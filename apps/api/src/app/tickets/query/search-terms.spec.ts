import {
  containsPattern,
  everydayPair,
  hasIndexedWord,
  hasRareCharacter,
  longestWords,
  searchTerms,
} from './search-terms';

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

describe('longestWords', () => {
  it('are the eight longest of a long search, cut where a word has no end', () => {
    const terms = ['a bb ccc dddd eeeee', 'ffffff', 'ggggggg', 'hhhhhhhh', `${'i'.repeat(20)}.jj`, 'e\u0301'.repeat(5)];

    expect(longestWords(terms)).toEqual([
      'i'.repeat(16),
      'e\u0301'.repeat(5),
      'hhhhhhhh',
      'ggggggg',
      'ffffff',
      'eeeee',
      'dddd',
      'iiii',
    ]);
  });

  it('are none of a search that is short enough as it is', () => {
    expect(longestWords(['one two', 'three', 'four five six', 'seven eight one'])).toBeUndefined();
  });
});

describe('everydayPair', () => {
  it.each([
    [['card', 'OK'], 'ok'],
    [['ß'], 'ss'],
    [['qu', 'e.', 'x', 'a b', 'abc', '字'], undefined],
  ])('of %j is %p', (terms, pair) => {
    expect(everydayPair(terms)).toBe(pair);
  });
});

describe('what the index of searches knows of a search', () => {
  it.each([
    ['card', true, false],
    ['ab', false, false],
    ['a b c.', false, false],
    ['a b1', true, false],
    ['b1-', true, true],
    ['-b', false, true],
    ['abc 字', true, true],
    ['é', false, true],
    ['c++', false, true],
    ['QJ', false, true],
    ['a\tb', false, true],
    ['ß', false, false], // two s in the index
    ['İı', false, false], // i
    ['ς', false, true],
  ])('%p: words %p, rare characters %p', (term, words, rare) => {
    expect([hasIndexedWord([term]), hasRareCharacter([term])]).toEqual([words, rare]);
  });
});
