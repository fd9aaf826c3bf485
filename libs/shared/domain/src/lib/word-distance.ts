/**
 * A word: letters and digits without a break. Scripts that write no spaces between words count by character. Punctuation is no word,
 * so a comma more is no edit.
 */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])[\p{L}\p{M}\p{N}])+/gu;

/** Steps of one comparison: some milliseconds. */
const STEPS_MAX = 2_000_000;

/** The words of a text, in its order. */
export function wordsOf(text: string): readonly string[] {
  return text.normalize('NFC').match(WORD) ?? [];
}

/**
 * The number of words to add, remove or replace to turn one text into another (Levenshtein 1966). Texts that differ in too many places
 * to compare count as written anew: the number of words of the longer one, which no distance exceeds.
 */
export function wordDistance(one: string, other: string): number {
  const [from, to] = withoutCommonEnds(wordsOf(one), wordsOf(other));
  if (from.length * to.length > STEPS_MAX) return Math.max(from.length, to.length);
  let before = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [row, word] of from.entries()) {
    const current = [row + 1];
    for (const [column, otherWord] of to.entries()) {
      const replaced = (before[column] ?? 0) + (word === otherWord ? 0 : 1);
      current.push(Math.min(replaced, (before[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    before = current;
  }
  return before[to.length] ?? 0;
}

/** What both begin and end with needs no edit. */
function withoutCommonEnds(
  one: readonly string[],
  other: readonly string[],
): readonly [one: readonly string[], other: readonly string[]] {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start++;
  let end = 0;
  while (end < shorter - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)];
}
