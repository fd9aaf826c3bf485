/** Maximum nesting depth and number of values of a body that is parsed. InputPipe allows fewer, and names the field. */
const MAX_DEPTH = 1000;
const MAX_VALUES = 20_000;

const QUOTE = 0x22; // codes: a string for each character would be slower
const COMMA = 0x2c;
const LIST = 0x5b;
const BACKSLASH = 0x5c;
const LIST_END = 0x5d;
const OBJECT = 0x7b;
const OBJECT_END = 0x7d;

/**
 * Checks a text before `JSON.parse`, which takes ten times as long for deep nesting or many small values as for other texts of the same
 * length. Of malformed JSON, only the part before its first error counts, which is what `JSON.parse` reads.
 * @returns what is wrong with the body; undefined if it may be parsed
 */
export function structureError(text: string): string | undefined {
  let depth = 0;
  let values = 1;
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) isInString = !isInString;
    else if (isInString) at += Number(code === BACKSLASH);
    else if (code === LIST_END || code === OBJECT_END) depth--;
    else if (code === COMMA || code === LIST || code === OBJECT) {
      if (code !== COMMA && ++depth > MAX_DEPTH) return 'is nested too deeply';
      if (++values > MAX_VALUES) return 'holds too many values';
    }
  }
  return undefined;
}
