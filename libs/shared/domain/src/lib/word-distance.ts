/**
 * A word: a run of letters and digits. In scripts without spaces between words, each character is one. Punctuation is not counted, so an
 * added comma is not an edit.
 */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])[\p{L}\p{M}\p{N}])+/gu;

/** Maximum size of the distance matrix, in cells: a few milliseconds. */
const STEPS_MAX = 2_000_000;

/** Splits a text into words, in order. */
export function wordsOf(text: string): readonly string[] {
  return text.normalize('NFC').match(WORD) ?? [];
}

/**
 * Levenshtein distance in words: the number of words to insert, delete or substitute to turn one text into the other. Above
 * {@link STEPS_MAX} cells, returns the upper bound: the longer word count, without the common start and end.
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

/** Removes the common start and end, which need no edits. */
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
