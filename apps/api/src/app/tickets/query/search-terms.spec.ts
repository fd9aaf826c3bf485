import {
  containsPattern,
  everydayPair,
  hasDigit,
  hasIndexedWord,
  hasRareCharacter,
  longestWords,
  searchTerms,
  ticketNumber,
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
    ['" kept unchanged "', [' kept unchanged ']],
    ['""', []],
    ['"  "', []],
    ['5" pipe', ['5"', 'pipe']],
    ['an "open phrase', ['an', '"open', 'phrase']],
    ['"', ['"']],
    ["it's", ["it's"]],
  ])('splits %p into %j', (search, terms) => {
    expect(searchTerms(search)).toEqual(terms);
  });
});

describe('containsPattern', () => {
  it('escapes the wildcards of LIKE', () => {
    expect(containsPattern('100% of a_b \\ c')).toBe('%100\\% of a\\_b \\\\ c%');
  });
});

describe('ticketNumber', () => {
  it.each([
    [['4711'], 4711],
    [['#4711'], 4711],
    [['#', '4711'], 4711],
    [['#4711.'], 4711],
    [['#4711:'], 4711],
    [['(#4711)'], 4711],
    [['[#4711]'], 4711],
    [['no4711'], 4711],
    [['no', '4711'], 4711],
    [['no.', '4711'], 4711],
    [['nr.4711'], 4711],
    [['n°', '4711'], 4711],
    [['ticket', '4711'], 4711],
    [['ticket', '#4711'], 4711],
    [['ticket:', '#', '4711'], 4711],
    [['ticket', 'no.', '4711?'], 4711],
    [['ticket-4711'], 4711],
    [['https://desk.example/tickets/4711'], 4711],
    [['https://desk.example/tickets/4711/?status=open'], 4711],
    [['/tickets/4711#history'], 4711],
    [['007'], 7],
    [['2147483647'], 2147483647],
    [['2147483648'], undefined],
    [['0'], undefined],
    [['##1'], undefined],
    [['1.5'], undefined],
    [['-1'], undefined],
    [['1', '2'], undefined],
    [['#', '1', '2'], undefined],
    [['version', '4711'], undefined],
    [['error', '#4711'], undefined],
    [['4711', 'ticket'], undefined],
    [['iphone', '12'], undefined],
    [['100%'], undefined],
    [['10:30'], undefined],
    [['https://desk.example/users/4711'], undefined],
    [['/tickets/new'], undefined],
    [['/tickets/12.5'], undefined],
    [['#'], undefined],
    [[], undefined],
  ])('of %j is %p', (terms, number) => {
    expect(ticketNumber(terms)).toBe(number);
  });
});

describe('hasDigit', () => {
  it.each([
    [['a', 'b7'], true],
    [['a', '٧'], false], // another digit is a rare character
  ])('of %j is %p', (terms, expected) => {
    expect(hasDigit(terms)).toBe(expected);
  });
});

describe('longestWords', () => {
  it('returns the eight longest words of a long search, split at their maximum length', () => {
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

  it('returns undefined for a short search', () => {
    expect(longestWords(['one two', 'three', 'four five six', 'seven eight one'])).toBeUndefined();
  });
});

describe('everydayPair', () => {
  it.each([
    [['card', 'ok'], 'ok'],
    [['qu', 'e.', 'x', 'a b', 'abc', '字'], undefined],
  ])('of %j is %p', (terms, pair) => {
    expect(everydayPair(terms)).toBe(pair);
  });
});

describe('the keys of the search index', () => {
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
    ['qj', false, true],
    ['a\tb', false, true],
    ['σ', false, true],
  ])('for %p: word %p, rare character %p', (term, words, rare) => {
    expect([hasIndexedWord([term]), hasRareCharacter([term])]).toEqual([words, rare]);
  });
});
