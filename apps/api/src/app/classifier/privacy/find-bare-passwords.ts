import { AMBIGUOUS_PASSWORDS, BARE_WORDS, COMMON_PASSWORDS } from './common-passwords';
import type { Finding } from './finding';
import { OTHER_PARTS } from './secret-labels';
import { findSecretNames, toPlain } from './secret-names';
import { isOtherWord } from './secret-values';

const [AMBIGUOUS, BARE, COMMON, OTHER] = [AMBIGUOUS_PASSWORDS, BARE_WORDS, COMMON_PASSWORDS, OTHER_PARTS].map(
  (words) => new Set([...words].map(toPlain)),
);
/** A word after a name, with or without quotation marks. */
const WORD = /[ \n,;]{1,3}["'*_(`]{0,3}(?<word>\p{L}[^\s"'`<>|,;()]{2,63})/uy;
const LETTERS = /^\p{L}+$/u;
/** Letters with a sign between them, such as `sun$hine`. */
const SIGNED = /^\p{L}[\p{L}@#$%^&*!+]{0,61}[@#$%^*!+][\p{L}@#$%^&*!+]{0,61}\p{L}$/u;
const END_OF_VALUE = /[.,;:!?)\]}*_]{1,8}$/;
/** The end of a clause, or the next word. */
const NEXT = /^["'`)*_]{0,3}(?:[.,;:!?)]|\s{0,3}(?:\n|$)| (?<next>\p{L}+)| ?[|/<-])/u;
const USERS =
  'user(?:name)?|usr|log-?in|logon|account|acct|benutzer(?:name)?|konto|usuario|utilisateur|utente|utilizador|gebruiker|uzytkownik|логин|пользователь|nutzer';
/** A user before the name: "user root password toor", "login: root, password toor", "signed in as root with password toor". */
const USER_BEFORE = new RegExp(
  String.raw`(?<!\p{L})(?:(?:${USERS})(?: is| ist| est| es)?(?: ?[:=]{1,2} ?| )|(?:logg?(?:ed|ing)?|sign(?:ed|ing)?)[ -](?:in|on) (?:with|as) )["'\x60]?(?<user>[\p{L}\d][\p{L}\d.@_-]{1,63})["'\x60]?[,;]?(?: (?:and|und|et|[yeiи]|en|with|mit|avec|con|com)(?: (?:the|das|dem|le|el|la))?)? $`,
  'iu',
);
/** "root password", "the admin password". */
const OWNER_BEFORE = /(?<!\p{L})(?:root|admin|administrator|postgres|oracle|sa|idrac|ipmi|bios) $/iu;
const LENGTH_BEFORE = 120;

/** Finds passwords of letters after a name without a sign: "password letmein", "user root password toor". */
export function findBarePasswords(text: string): Finding[] {
  return findSecretNames(text).flatMap(({ kind, start, end }): Finding[] => {
    if (kind !== 'password') return [];
    WORD.lastIndex = end;
    const word = WORD.exec(text)?.groups?.['word'];
    const value = word?.replace(END_OF_VALUE, '');
    if (!word || !value) return [];
    const valueEnd = WORD.lastIndex - word.length + value.length;
    const next = NEXT.exec(text.slice(valueEnd, valueEnd + 64));
    const nextWord = next?.groups?.['next']?.toLowerCase();
    const isLast = next !== null && (nextWord === undefined || isOtherWord(nextWord) || BARE?.has(nextWord) === true);
    if (!isLast || !isPassword(value, text.slice(Math.max(0, start - LENGTH_BEFORE), start))) return [];
    return [{ start: valueEnd - value.length, end: valueEnd, placeholder: '[key]' }];
  });
}

function isPassword(value: string, before: string): boolean {
  if (SIGNED.test(value) || isCommonPassword(value)) return true;
  const word = value.toLowerCase();
  const user = USER_BEFORE.exec(before)?.groups?.['user'];
  const isUser = user !== undefined && !isOtherWord(user) && !OTHER?.has(user.toLowerCase());
  if (isUser && (COMMON?.has(word) || word === user.toLowerCase())) return true;
  if (!LETTERS.test(value) || isOtherWord(word) || OTHER?.has(word) || BARE?.has(word)) return false;
  return isUser || OWNER_BEFORE.test(before);
}

/** Whether a word is a password that many people choose. */
export const isCommonPassword = (word: string) =>
  COMMON?.has(word.toLowerCase()) === true && !AMBIGUOUS?.has(word.toLowerCase());
