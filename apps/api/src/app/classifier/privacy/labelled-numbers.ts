import { ARTICLE, IS, UNSPACED_IS } from './copulas';
import type { Finding, Placeholder } from './finding';
import { ID_NOUNS } from './personal-id-labels';
import { toPlain } from './secret-names';
import { matchEnd } from './secret-values';

const alternatives = (words: readonly string[]) =>
  [...new Set(words)].sort((first, second) => second.length - first.length).join('|');
const plain = (words: readonly string[]) => alternatives(words.map(toPlain));

/** Matches names in any case. `unspaced` are of scripts without spaces before a number. */
export const namesPattern = (names: readonly string[], unspaced: readonly string[] = []) =>
  new RegExp(
    [String.raw`(?<![\p{L}\d])(?:${plain(names)})(?!\p{L})`, ...(unspaced.length ? [plain(unspaced)] : [])].join('|'),
    'giu',
  );

/** Matches names in this case only. */
export const acronymsPattern = (acronyms: readonly string[]) =>
  new RegExp(
    String.raw`(?<![\p{L}\d])(?:${alternatives(acronyms.map((name) => name.normalize('NFKD')))})(?![\p{L}\d])`,
    'gu',
  );

const NOUN = String.raw`(?:[ -]?(?:${plain(ID_NOUNS)})[.°:]{0,2}(?![\p{L}\d])){0,2}`;
const STATED = String.raw`(?: (?:${IS})(?!\p{L})(?: ${ARTICLE})?|(?:${UNSPACED_IS}))`;
/** "number is", "of my wife:", " ". */
const BEFORE_VALUE = new RegExp(
  String.raw`\.?${NOUN}(?:(?: [\p{L}']{1,15}){0,3}?(?:${STATED}| ?[:=#→]| -)[ :]{0,2})?[ \n]{0,2}["'*(#]{0,2}`,
  'iuy',
);
/** Groups of digits and letters. Cyrillic and Greek letters precede the digits of passports. */
const GROUPS = String.raw`[A-Za-z\u0391-\u03a9\u0410-\u042f]{0,6}\d[A-Za-z\d]{0,33}|[A-Z\u0391-\u03a9\u0410-\u042f]{1,2}`;
const GROUP = `(?:${GROUPS})`;
/** The letters of a series before its number, such as "ABC 123456". */
const SERIES = String.raw`[A-Z]{3} \d{5,7}`;
const BETWEEN = String.raw`(?:[ ./-]| (?:номер|numer|number|no|nr)\.? )`;
/** A check digit in brackets, as in A123456(3). */
const CHECK_DIGIT = String.raw`(?:\([\dA]\))?`;
const VALUE = new RegExp(
  String.raw`(?:${SERIES}|${GROUPS})(?:${BETWEEN}${GROUP}){0,7}${CHECK_DIGIT}(?![\p{L}\d])`,
  'uy',
);
const MAX_DIGITS = 20;
/** An identifier of letters and digits may have one digit less. */
const LETTERS_FIRST = /^[A-Z]{3,6}\d{4}/;
/** A version or a day. */
const NO_ID =
  /^(?:\d{1,2}(?:\.\d{1,2}){2,3}|(?:19|20)\d{2}([-./])\d{1,2}\1\d{1,2}|\d{1,2}([-./])\d{1,2}\2(?:19|20)\d{2})$/;

/** Finds numbers of `minDigits` to `maxDigits` digits after names. */
export function findAfterNames(
  text: string,
  names: RegExp,
  minDigits: number,
  placeholder: Placeholder,
  maxDigits = MAX_DIGITS,
): Finding[] {
  return Array.from(text.matchAll(names)).flatMap(({ index, 0: name }) => {
    const start = matchEnd(BEFORE_VALUE, text, index + name.length);
    const end = start === undefined ? undefined : matchEnd(VALUE, text, start);
    if (start === undefined || end === undefined) return [];
    const id = text.slice(start, end);
    const digits = id.replaceAll(/\D/g, '').length + (LETTERS_FIRST.test(id) ? 1 : 0);
    return digits >= minDigits && digits <= maxDigits && !NO_ID.test(id) ? [{ start, end, placeholder }] : [];
  });
}
