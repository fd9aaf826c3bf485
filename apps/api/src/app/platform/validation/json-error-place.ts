/** What may come next at a place in JSON. */
type Expected = 'value' | 'value or ]' | 'name' | 'name or }' | 'colon' | 'comma or end' | 'nothing';

const WORDS = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING_PART = /[^"\\\u0000-\u001f]+|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y;

/**
 * Where a text stops being JSON (RFC 8259): an index into the text, or its length when the end is missing.
 * `JSON.parse` alone does not tell: V8 names a position for some errors only.
 */
export function jsonErrorPlace(text: string): number {
  const closers: string[] = [];
  let expected: Expected = 'value';
  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
    const character = text.charAt(at);
    const isValuePlace: boolean = expected === 'value' || expected === 'value or ]';
    const isNamePlace: boolean = expected === 'name' || expected === 'name or }';
    const maybeEnd = expected === 'value or ]' || expected === 'name or }' || expected === 'comma or end';
    if (maybeEnd && character === closers.at(-1)) {
      closers.pop();
      expected = closers.length ? 'comma or end' : 'nothing';
      at++;
    } else if (isValuePlace && (character === '{' || character === '[')) {
      closers.push(character === '{' ? '}' : ']');
      expected = character === '{' ? 'name or }' : 'value or ]';
      at++;
    } else if ((isValuePlace || isNamePlace) && character === '"') {
      at = endOfString(text, at);
      if (text[at] !== '"') return at;
      expected = isNamePlace ? 'colon' : closers.length ? 'comma or end' : 'nothing';
      at++;
    } else if (expected === 'colon' && character === ':') {
      expected = 'value';
      at++;
    } else if (expected === 'comma or end' && character === ',') {
      expected = closers.at(-1) === '}' ? 'name' : 'value';
      at++;
    } else {
      const end: number = isValuePlace ? match(WORDS, text, at) : at;
      if (end === at) return at;
      expected = closers.length ? 'comma or end' : 'nothing';
      at = end;
    }
  }
  return text.length;
}

/** The index of the closing quote, or of what may not stand in a string. */
function endOfString(text: string, opening: number): number {
  let at = opening + 1;
  for (let end = match(STRING_PART, text, at); end > at; end = match(STRING_PART, text, at)) at = end;
  return at;
}

function skipSpace(text: string, from: number): number {
  return match(/[ \t\r\n]*/y, text, from);
}

/** Where a match that begins at an index ends; that index when there is none. */
function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
