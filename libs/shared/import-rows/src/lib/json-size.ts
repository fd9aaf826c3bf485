import { BYTES, nextInString } from '#import-rows/bytes';

/**
 * Maximum number of names in an object of a row, and of values in a row. A parser takes ten times as long for an object with a hundred
 * thousand names as for other JSON of its length, and it parses a row of 1.5 MB in one go. The longest rows of real exports, issues with
 * their history and comments, have some hundred names in an object and some ten thousand values.
 */
export const OBJECT_MAX_NAMES = 10_000;
export const ROW_MAX_VALUES = 100_000;

/** The limit that a JSON row exceeds. */
export type JsonSizeError = 'too_many_names' | 'too_many_values';

/**
 * Checks the size limits of a row before it is parsed. Reads each byte at most once. Malformed JSON is checked up to its first error, where
 * a parser stops.
 */
export function jsonSizeError(row: Uint8Array): JsonSizeError | undefined {
  const names = [0];
  let depth = 0;
  let values = 1;
  for (let at = 0; at < row.length; at++) {
    switch (row[at]) {
      case BYTES.quote:
        at = endOfString(row, at + 1);
        break;
      case BYTES.colon:
        if ((names[depth] = (names[depth] ?? 0) + 1) > OBJECT_MAX_NAMES) return 'too_many_names';
        break;
      case BYTES.closeBrace:
      case BYTES.closeBracket:
        depth = Math.max(0, depth - 1);
        break;
      case BYTES.openBrace:
      case BYTES.openBracket:
        names[++depth] = 0;
        if (++values > ROW_MAX_VALUES) return 'too_many_values';
        break;
      case BYTES.comma:
        if (++values > ROW_MAX_VALUES) return 'too_many_values';
        break;
    }
  }
  return undefined;
}

/** Position of the quote that ends a string; the length if there is none. */
function endOfString(row: Uint8Array, from: number): number {
  let at = nextInString(row, from);
  while (at < row.length && row[at] !== BYTES.quote) at = nextInString(row, at + (row[at] === BYTES.backslash ? 2 : 1));
  return at;
}
