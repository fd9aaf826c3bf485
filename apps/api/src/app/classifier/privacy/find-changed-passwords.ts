import { CHANGE_FILLERS, CHANGE_PAIRS, CHANGE_STEMS, UNSPACED_CHANGE } from './changed-password-words';
import { ARTICLE } from './copulas';
import { isNumberedName } from './find-credential-pairs';
import type { Finding } from './finding';
import { PREPOSITIONS } from './secret-labels';
import { findSecretNames, type SecretName, toPlain } from './secret-names';
import { isAdjacentSecret, isOtherWord, isVaried, matchEnd, type Value, valueAt } from './secret-values';

const alternatives = (words: readonly string[]) =>
  [...new Set(words.map(toPlain))].sort((first, second) => second.length - first.length).join('|');
const PLAIN_STEMS = CHANGE_STEMS.map(toPlain);
/** Excludes stems that begin with a shorter one: two ways to match the same word would multiply the backtracking. */
const STEMS = PLAIN_STEMS.filter((stem) => !PLAIN_STEMS.some((other) => other !== stem && stem.startsWith(other)));
const STEM = `(?:${alternatives(STEMS)})\\p{L}{0,12}`;
const HAS_STEM = new RegExp(`(?<!\\p{L})${STEM}(?!\\p{L})`, 'iu');
const FILLERS = new RegExp(
  `(?: (?:${PREPOSITIONS.map(toPlain).join('|')}) [^\\n.,;:=?!]{1,40}?)?(?: (?:${alternatives(CHANGE_FILLERS)}|${STEM})(?!\\p{L})){0,6}?`,
  'iuy',
).source;
const QUOTATION = '["\'\x60]';
const FROM = CHANGE_PAIRS.map(([from]) => new RegExp(`${FILLERS} (?:${from}) `, 'iuy'));
const BETWEEN = CHANGE_PAIRS.map(([, to]) => new RegExp(`${QUOTATION}? ?,? (?:${to})(?!\\p{L}) ?:? ?`, 'iuy'));
/** "changed from A -> B". */
const ARROW = /["'`]? ?(?:-{1,2}>|=>|→|>) ?/y;
const TO = new RegExp(
  `${FILLERS} (?:${CHANGE_PAIRS.map(([, to]) => to).join('|')})(?!\\p{L})(?: ${ARTICLE})? ?:? ?`,
  'iuy',
);

const UNSPACED_FROM = new RegExp(`(?:${alternatives(UNSPACED_CHANGE.from)}) ?`, 'uy');
const UNSPACED_TO = new RegExp(`(?:已|被)?(?:${alternatives(UNSPACED_CHANGE.to)}) ?`, 'uy');
const UNSPACED_VALUE = /[\x21-\x7e]{4,64}/y;
const UNSPACED_BETWEEN = new RegExp(` ?(?:${alternatives(UNSPACED_CHANGE.between)}) ?`, 'uy');
const UNSPACED_AFTER = new RegExp(` ?(?:${alternatives(UNSPACED_CHANGE.after)})`, 'uy');

/** Signs at the end of a password in the middle of a sentence. */
const SIGNS = /[!?]{1,8}(?= \p{Ll}| ?(?:-{1,2}>|→))/uy;

/** Maximum distance of a word for the change from the name or the last password, in UTF-16 code units. */
const [BEFORE, AFTER] = [50, 40];
/** Minimum length of two words that are passwords. */
const WORD_MIN_LENGTH = 5;
/** The text after two words that are passwords: "from hunter to gatito, but", unlike "from the settings to make it work". */
const END_OF_CLAUSE =
  /^(?:[.,;!?)"'`]|\s{0,3}(?:\n|$)| (?:and|but|so|now|yesterday|today|because|still|as|since|und|aber) )/;

/**
 * Finds changed passwords: "I changed the password from OldPass1 to NewPass2", "hasło zmienione na Nowe345". Two passwords are one finding,
 * with the words between them.
 */
export function findChangedPasswords(text: string): Finding[] {
  return findSecretNames(text)
    .filter(({ kind }) => kind === 'password' || kind === 'pin')
    .flatMap((name): Finding[] => {
      const found =
        findBoth(text, name) ?? findNew(text, name) ?? (name.kind === 'pin' ? undefined : findUnspaced(text, name));
      return found ? [{ ...found, placeholder: '[key]' }] : [];
    });
}

function findBoth(text: string, name: SecretName): Value | undefined {
  for (const [index, from] of FROM.entries()) {
    const start = matchEnd(from, text, name.end);
    const old = start === undefined ? undefined : valueInSentence(text, start);
    if (!old) continue;
    const between = BETWEEN[index];
    const next = (between && matchEnd(between, text, old.end)) ?? matchEnd(ARROW, text, old.end);
    const value = next === undefined ? undefined : valueInSentence(text, next);
    if (value && areSecrets(text, name, old, value)) return { start: old.start, end: value.end };
  }
  return undefined;
}

/** A value, with the signs at its end if the sentence continues after it. */
function valueInSentence(text: string, start: number): Value | undefined {
  const value = valueAt(text, start, isWord);
  const end = value && matchEnd(SIGNS, text, value.end);
  return value && end !== undefined ? { start: value.start, end } : value;
}

const isWord = (value: string) => value.length >= 3 && !isOtherWord(value);

function areSecrets(text: string, name: SecretName, old: Value, value: Value): boolean {
  const values = [old, value].map(({ start, end }) => text.slice(start, end));
  if (values.some((each) => isNumberedName(each))) return false;
  const secrets = values.filter((each) => isSecret(each, name)).length;
  if (secrets === 2) return true;
  if (name.kind === 'pin') return false;
  if (!isAboutChange(text, name, value.end)) return false;
  const areWords = values.every(({ length }) => length >= WORD_MIN_LENGTH);
  return (
    secrets === 1 || (areWords && /^pass/i.test(name.word) && END_OF_CLAUSE.test(text.slice(value.end, value.end + 12)))
  );
}

/** "Passwort auf Neu456! geändert", without the old one. */
function findNew(text: string, name: SecretName): Value | undefined {
  const start = matchEnd(TO, text, name.end);
  if (start === undefined) return undefined;
  const isQuoted = /["'`]/.test(text.charAt(start));
  const value = valueAt(
    text,
    start,
    (word) => !isNumberedName(word) && (isSecret(word, name) || (isQuoted && name.kind === 'password' && isWord(word))),
  );
  if (!value || !isAboutChange(text, name, value.end) || isYear(text, name, value)) return undefined;
  return { start: value.start, end: matchEnd(SIGNS, text, value.end) ?? value.end };
}

const isSecret = (value: string, name: SecretName) =>
  name.kind === 'pin'
    ? isAdjacentSecret(value, name)
    : isVaried(value, 5) && isAdjacentSecret(value, { kind: 'password', word: '' });

/** "The PIN was changed in 2024". */
const isYear = (text: string, { kind }: SecretName, { start, end }: Value) =>
  kind === 'pin' && /^in (?:19|20)\d{2}$/.test(text.slice(start - 'in '.length, end));

function isAboutChange(text: string, { start }: SecretName, end: number): boolean {
  return HAS_STEM.test(`${text.slice(Math.max(0, start - BEFORE), start)} ${text.slice(start, end + AFTER)}`);
}

/** "密码从Abc123改为Def456", "パスワードをOld123からNew456に変更". */
function findUnspaced(text: string, name: SecretName): Value | undefined {
  const from = matchEnd(UNSPACED_FROM, text, name.end) ?? name.end;
  const oldEnd = matchEnd(UNSPACED_VALUE, text, from);
  const between = oldEnd === undefined ? undefined : matchEnd(UNSPACED_BETWEEN, text, oldEnd);
  if (between !== undefined) {
    const end = matchEnd(UNSPACED_VALUE, text, between);
    return end === undefined ? undefined : { start: from, end };
  }
  const to = matchEnd(UNSPACED_TO, text, name.end);
  const end = to === undefined ? undefined : matchEnd(UNSPACED_VALUE, text, to);
  if (to !== undefined && end !== undefined) return { start: to, end };
  const isGiven = oldEnd !== undefined && from !== name.end && matchEnd(UNSPACED_AFTER, text, oldEnd) !== undefined;
  return isGiven && isSecret(text.slice(from, oldEnd), name) ? { start: from, end: oldEnd } : undefined;
}
