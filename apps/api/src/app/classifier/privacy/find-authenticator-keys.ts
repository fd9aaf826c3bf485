import { FOUR_LETTER_WORDS, KEYS, SECOND_FACTORS, SETUP_KEYS } from './authenticator-words';
import { ADVERBS, ARTICLE, IS, UNSPACED_IS } from './copulas';
import type { Finding } from './finding';
import { toPlain } from './secret-names';
import type { Value } from './secret-values';

const GAP = String.raw`[ \n-]{1,3}`;
const runOf = (sign: string) =>
  String.raw`${sign}{4}(?:${GAP}${sign}{4}){3,31}|${sign}{5}(?:${GAP}${sign}{5}){3,25}|${sign}{8}(?:${GAP}${sign}{8}){1,15}|${sign}{16,128}`;
/** Texts in base32 (RFC 4648), in one piece or in groups of equal length. Upper and lower case do not mix. */
const BASE32 = new RegExp(String.raw`(?<![\p{L}\d])(?:${runOf('[A-Z2-7]')}|${runOf('[a-z2-7]')})(?![\p{L}\d])`, 'gu');
const GROUP = /[A-Z2-7]+/gi;
/** The end of a key of 26 characters in groups of four. */
const REST = /[ -][A-Z2-7]{2}(?![\p{L}\d])|[ -][a-z2-7]{2}(?=[.,;)\n]|$)/uy;
const GROUPS_BEFORE_REST = 6;
/** Lengths of keys of 10, 15 and 20 bytes, in groups of four. A key without a digit has one of them. */
const USUAL_GROUPS = new Set([4, 6, 8]);
const MIN_LENGTH = 16;
const [BEFORE, AFTER] = [100, 60];

const alternatives = (words: readonly string[]) =>
  [...new Set(words.map(toPlain))].sort((first, second) => second.length - first.length).join('|');
const FACTOR = String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}\d])(?:${alternatives(SECOND_FACTORS)})`;
const SETUP = String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}])(?:${alternatives(SETUP_KEYS)})`;
const MENTIONS = new RegExp(`${FACTOR}|${SETUP}`, 'iu');
/** The text between a name and its key: ": ", " is ", " (GitHub): ". */
const TO_KEY = String.raw`["'*_)]{0,3}(?: ?\([^()\n]{1,30}\))?(?: (?:${IS})(?: (?:${ADVERBS}))?(?: ${ARTICLE})?|(?:${UNSPACED_IS}))?[ :=>→\n"'*_(\x60-]{0,6}$`;
/** A name of a setup key, or of any key after a word about a second factor, directly before the key. */
const STRONG_NAME = new RegExp(`(?:${SETUP}|${FACTOR}\\p{L}{0,20}(?:[ -]\\p{L}{1,20}){0,2})${TO_KEY}`, 'iu');
const NAME = new RegExp(String.raw`(?:${alternatives(KEYS)})${TO_KEY}`, 'iu');

/** Finds the keys that authenticators are set up with: "2FA secret: JBSW Y3DP EHPK 3PXP". */
export function findAuthenticatorKeys(text: string): Finding[] {
  return Array.from(text.matchAll(BASE32)).flatMap(({ index, 0: match }) =>
    withoutWords(match).flatMap(({ start, end, groups }): Finding[] => {
      const key = { start: index + start, end: index + end };
      if (!isKey(text, key, groups)) return [];
      REST.lastIndex = key.end;
      const hasRest = groups.length === GROUPS_BEFORE_REST && REST.test(text);
      return [{ start: key.start, end: hasRest ? REST.lastIndex : key.end, placeholder: '[key]' }];
    }),
  );
}

interface Run extends Value {
  readonly groups: readonly string[];
}

/** The parts of a run of groups between words, such as "code jbsw y3dp ehpk 3pxp does not work". */
function withoutWords(match: string): Run[] {
  const runs: Run[] = [];
  let groups: string[] = [];
  let start = 0;
  let end = 0;
  const add = () => {
    if (groups.join('').length >= MIN_LENGTH) runs.push({ start, end, groups });
    groups = [];
  };
  for (const { index, 0: group } of match.matchAll(GROUP)) {
    if (FOUR_LETTER_WORDS.has(group.toLowerCase())) {
      add();
      continue;
    }
    if (groups.length === 0) start = index;
    groups.push(group);
    end = index + group.length;
  }
  add();
  return runs;
}

function isKey(text: string, { start, end }: Value, groups: readonly string[]): boolean {
  const before = text.slice(Math.max(0, start - BEFORE), start);
  // Digits among the letters of a group tell a key from words and from numbers.
  if (groups.some((group) => /\d/.test(group) && /[a-z]/i.test(group)))
    return MENTIONS.test(before) || MENTIONS.test(text.slice(end, end + AFTER)) || NAME.test(before);
  const isLast = /^["'`*)]{0,3}(?:[.,;!?]|\s{0,3}(?:\n|$))/.test(text.slice(end, end + 8));
  return (
    groups.every((group) => /^[a-z]{4}$/i.test(group)) &&
    USUAL_GROUPS.has(groups.length) &&
    isLast &&
    STRONG_NAME.test(before)
  );
}

const WORD_GROUPS = [4, 5, 6, 8].map((length) => String.raw`[A-Z\d]{${length}}(?: [A-Z\d]{${length}}){2,15}`).join('|');
const IN_GROUPS = new RegExp(String.raw`(?:${WORD_GROUPS}|[A-Z\d]{8} [A-Z\d]{8})(?![\p{L}\d-])`, 'iuy');

/** Finds where a key ends that stands after its name in groups of equal length, most of them with a digit: "licence key: A1B2 C3D4 E5F6 G7H8". */
export function keyInGroupsAt(text: string, start: number): Value | undefined {
  IN_GROUPS.lastIndex = start;
  const groups = IN_GROUPS.exec(text)?.[0].split(' ');
  if (!groups || groups.some((group) => FOUR_LETTER_WORDS.has(group.toLowerCase()))) return undefined;
  const varied = groups.filter((group) => /\d/.test(group) && /[a-z]/i.test(group)).length;
  return varied * 2 >= groups.length ? { start, end: IN_GROUPS.lastIndex } : undefined;
}
