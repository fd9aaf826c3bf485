import { STATE_STEMS, STATES, UNSPACED_STATES } from './password-states';
import { CONTINUATIONS } from './secret-labels';
import { type SecretName, toPlain } from './secret-names';
import { isTechnical } from './technical-values';

/** A part of a text: `start` inclusive, `end` exclusive. */
export interface Value {
  readonly start: number;
  readonly end: number;
}

const QUOTED =
  /"[^"\n]{1,512}"|'[^'\n]{1,512}'|`[^`\n]{1,512}`|<[^\s<>]{1,256}>|\[[^\s[\]]{1,256}\]|\([^\s()]{1,256}\)|【[^\s【】]{1,256}】/y;
const UNQUOTED = /[^\s"'`<>│]{1,256}/y;
const END_OF_VALUE = /[.,;:!?)\]}】]{1,8}$/;
const NEXT_WORD = /(?: |(?=[.,;!?\n]|$))(?<word>[\p{L}'-]{0,40})(?![^\s.,;:!?])/uy;
const MAX_WORDS = 9;
/** A text in angle brackets that stands for a secret. */
const VARIABLE = /pass|pwd|your|dein|here|secret|token|key|redacted|value/i;
const alternatives = (words: readonly string[]) => [...new Set(words.map(toPlain))].join('|');
const OTHER_WORDS = new Set(CONTINUATIONS.map(toPlain));
const PLAIN_STATES = new Set(STATES.map(toPlain));
const STATE = new RegExp(
  String.raw`^(?:(?:${alternatives(STATE_STEMS)})[\p{L}'-]{0,24}|(?:${alternatives(UNSPACED_STATES)})[^a-z\d!#$%&*+@^_]{0,256})$`,
  'iu',
);
const LETTERS = /^[\p{L}'-]+$/u;
/** A call in code, as in `token = lexer.next()`. */
const CALL = /^[a-z_$]{1,64}(?:\.[a-z_$]{1,64}){0,4}\($/i;
/** Names of the three or four digits on a card. */
const CARD_CODE =
  /^(?:c[avs][vcn]|sec|card|kartenpruf|pruf|cryptogramme|code (?:visuel|de secu)|codigo (?:cvv|de seg)|codice di sic|[34][ -]digit|sicherheits|beveil)/i;
/** Signs in the place of a secret, such as ********. */
const HIDDEN = /^([*x.\-_])\1*$/i;

/** A length, as in "8文字以上" and "8자 이상". */
const LENGTH = new RegExp(
  String.raw`^\d{1,3}(?:${['文字', '字', '桁', '자', '位', '个'].map(toPlain).join('|')})`,
  'u',
);

export const isCardCode = (name: string) => CARD_CODE.test(name);

/** Whether a word says how a password is, such as "required" and "trop". No passphrase begins with it. */
const isState = (word: string) => PLAIN_STATES.has(word.toLowerCase()) || STATE.test(word);

export const isOtherWord = (word: string) => OTHER_WORDS.has(word.toLowerCase()) || isState(word);

/** The value at an index, if it is a secret. A password may consist of several words. */
export function valueAt(
  text: string,
  start: number,
  isSecret: (value: string, isQuoted: boolean) => boolean,
): Value | undefined {
  const quotedEnd = matchEnd(QUOTED, text, start);
  if (quotedEnd !== undefined) {
    const quoted = text.slice(start + 1, quotedEnd - 1);
    const value = quoted.trim(); // French quotation marks have spaces inside: « hunter2 »
    const valueStart = start + 1 + quoted.indexOf(value);
    const isVariable = text.charAt(start) === '<' && VARIABLE.test(value) && !/\d/.test(value);
    return !isVariable && isSecret(value, true) ? { start: valueStart, end: valueStart + value.length } : undefined;
  }
  const end = matchEnd(UNQUOTED, text, start);
  if (end === undefined) return undefined;
  const raw = text.slice(start, end);
  const parameter = text.charAt(start - 1) === '=' ? (raw.split('&')[0] ?? raw) : raw;
  const value = parameter.replace(END_OF_VALUE, '');
  return isSecret(value, false) && !HIDDEN.test(value) ? { start, end: start + value.length } : undefined;
}

/** The end of a password of several words, such as "correct horse battery staple". */
export function passphraseAt(text: string, start: number): Value | undefined {
  const first = matchEnd(/[\p{L}'-]{3,40}(?= )/uy, text, start);
  if (first === undefined || isState(text.slice(start, first))) return undefined;
  let end = first;
  let words = 1;
  for (; words <= MAX_WORDS; words++) {
    NEXT_WORD.lastIndex = end;
    const word = NEXT_WORD.exec(text)?.groups?.['word'];
    if (!word || isOtherWord(word)) break;
    end += 1 + word.length;
  }
  const isEnd = /^(?:[.,;!?]|\s*\n|\s*$)/.test(text.slice(end, end + 3));
  const minWords = isOtherWord(text.slice(start, first)) ? 4 : 2;
  return isEnd && words >= minWords ? { start, end } : undefined;
}

/** Whether a value after "password:" or `token=` is a secret. */
export function isAssignedSecret(value: string, kind: SecretName['kind']): boolean {
  if (kind === 'pin') return /^\d{3,10}[#*]?$/.test(value);
  if (kind === 'weak') return isVaried(value, 8) || /^[a-z\d+/]{6,}={1,2}$/i.test(value);
  return value.length >= 3 && /[\p{L}\d]|.{8}/u.test(value) && !isOtherWord(value) && !CALL.test(value);
}

/** Whether a value after "the password is" is a secret. */
export function isStatedSecret(value: string, kind: SecretName['kind']): boolean {
  if (kind === 'pin') return /^\d{3,10}[#*]?$/.test(value);
  if (kind === 'password') return value.length >= 3 && !isOtherWord(value) && !LENGTH.test(value);
  return isVaried(value, 8);
}

/** The fingerprint of a public key, which is public as well: "SHA256:" and base64, "sha256//" of curl, and pairs of hexadecimal digits. */
const FINGERPRINT =
  /^(?:sha(?:1|-?(?:224|256|384|512))(?::|\/{1,2}|-)(?:[a-z\d+/]{27}=?|[a-z\d+/]{43}=?|[a-z\d+/]{64}|[a-z\d+/]{86}={0,2}|(?:[\da-f]{2}:?){20,64})|(?:md5:)?[\da-f]{2}(?::[\da-f]{2}){15,63})$/i;

/** Whether a value is the fingerprint of a key whose name does not say that it is secret, as in "host key SHA256:…". */
export const isFingerprint = (value: string, { kind, word }: Pick<SecretName, 'kind' | 'word'>) =>
  kind === 'weak' && word.endsWith('key') && FINGERPRINT.test(value);

/** Whether a value next to a name is a secret. */
export function isAdjacentSecret(value: string, { kind, word }: Pick<SecretName, 'kind' | 'word'>): boolean {
  if (kind === 'pin')
    return /^c[vs][vc]/.test(word)
      ? /^\d{3,4}$/.test(value)
      : (isCardCode(word) ? /^\d{3,8}$/ : /^\d{4,8}[#*]?$/).test(value);
  if (isTechnical(value) || isState(value)) return false;
  if (kind === 'password')
    return (
      /^\d{4,}$/.test(value) || (value.length >= 5 && !LETTERS.test(value) && isVaried(value, 5) && !LENGTH.test(value))
    );
  return isVaried(value, kind === 'weak' ? 16 : /^wpa|^psk/.test(word) ? 8 : 10);
}

/** Letters with a sign between or after them, such as `sun$hine`. */
const SIGNED = /^\p{L}[\p{L}@#$%^&*!+]{0,61}(?:[@#$%^*!+]\p{L}|[@#$%^+])$/u;
/** A length, as in "is the 16-character one". */
const MEASURE =
  /^\d{1,4}-?(?:char|digit|zeichen|stellig|ziffer|bit|byte|day|tag|letter|word|factor|step|hour|minute|caract|chiffre|cifr|tekens)/i;

/** Whether a value after "the password is the" is a secret. */
export function isSecretAfterArticle(value: string, name: Pick<SecretName, 'kind' | 'word'>): boolean {
  if (MEASURE.test(value) || isTechnical(value)) return false;
  return isAdjacentSecret(value, name) || (name.kind === 'password' && value.length >= 5 && SIGNED.test(value));
}

/** Whether a value has letters and digits, and a minimum length. */
export function isVaried(value: string, minLength: number): boolean {
  return value.length >= minLength && /\d/.test(value) && /\p{L}/u.test(value);
}

export function matchEnd(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
