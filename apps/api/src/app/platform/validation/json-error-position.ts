/** The tokens that may follow at a position in JSON. */
type Expected = 'value' | 'value or ]' | 'name' | 'name or }' | 'colon' | 'comma or end' | 'nothing';

const LITERALS = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING_PART = /[^"\\\u0000-\u001f]+|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y;

/**
 * The index of the first error in malformed JSON (RFC 8259), or the length of the text if its end is missing. `JSON.parse` has a
 * position for some errors only. jsonc-parser recurses: it overflows the stack at 10,000 open brackets.
 */
export function jsonErrorPosition(text: string): number {
  const closers: string[] = [];
  let expected: Expected = 'value';
  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
    const character = text.charAt(at);
    const isValuePosition: boolean = expected === 'value' || expected === 'value or ]';
    const isNamePosition: boolean = expected === 'name' || expected === 'name or }';
    const maybeEnd = expected === 'value or ]' || expected === 'name or }' || expected === 'comma or end';
    if (maybeEnd && character === closers.at(-1)) {
      closers.pop();
      expected = closers.length ? 'comma or end' : 'nothing';
      at++;
    } else if (isValuePosition && (character === '{' || character === '[')) {
      closers.push(character === '{' ? '}' : ']');
      expected = character === '{' ? 'name or }' : 'value or ]';
      at++;
    } else if ((isValuePosition || isNamePosition) && character === '"') {
      at = endOfString(text, at);
      if (text[at] !== '"') return at;
      expected = isNamePosition ? 'colon' : closers.length ? 'comma or end' : 'nothing';
      at++;
    } else if (expected === 'colon' && character === ':') {
      expected = 'value';
      at++;
    } else if (expected === 'comma or end' && character === ',') {
      expected = closers.at(-1) === '}' ? 'name' : 'value';
      at++;
    } else {
      const end: number = isValuePosition ? match(LITERALS, text, at) : at;
      if (end === at) return at;
      expected = closers.length ? 'comma or end' : 'nothing';
      at = end;
    }
  }
  return text.length;
}

/** The index of the closing quote, or of the first character that a string cannot have. */
function endOfString(text: string, opening: number): number {
  let at = opening + 1;
  for (let end = match(STRING_PART, text, at); end > at; end = match(STRING_PART, text, at)) at = end;
  return at;
}

function skipSpace(text: string, from: number): number {
  return match(/[ \t\r\n]*/y, text, from);
}

/** The end of a match at an index; the index itself without a match. */
function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
