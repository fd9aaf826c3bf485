import { wordDistance, wordsOf } from './word-distance';

it.each([
  ['Please send the statement of May.', ['Please', 'send', 'the', 'statement', 'of', 'May']],
  ['Größe 42, naïve', ['Größe', '42', 'nai\u0308ve'.normalize('NFC')]],
  ['退款了 abc', ['退', '款', '了', 'abc']],
  ['คืน', ['ค', 'ื', 'น']],
  ['… — !', []],
  ['', []],
])('finds the words of %j', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

it.each([
  ['', '', 0],
  ['The charge is open.', 'The charge is open', 0],
  ['The charge is open.', '', 4],
  ['', 'The charge is open.', 4],
  ['The charge is open.', 'The second charge is open.', 1],
  ['The second charge is open.', 'The charge is open.', 1],
  ['The charge is open.', 'The charge is closed.', 1],
  ['a b c d', 'b c d e', 2],
  ['a b a', 'a b a b a', 2],
  ['The charge', 'the charge', 1],
])('of %j and %j', (one, other, distance) => {
  expect(wordDistance(one, other)).toBe(distance);
});

it('counts texts that are too different to compare as written anew', () => {
  const long = (word: string, count: number) => `${word} `.repeat(count);

  expect(wordDistance(long('a', 2000), long('b', 50_000))).toBe(50_000);
  expect(wordDistance(long('a', 2000), long('a', 50_000))).toBe(48_000); // one text is a prefix of the other
});
