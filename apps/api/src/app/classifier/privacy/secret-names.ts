import { ReadableText } from './readable-text';
import {
  OTHER_PARTS,
  PAIRS,
  PASSWORD_PHRASES,
  PASSWORD_WORDS,
  PIN_PHRASES,
  PIN_WORDS,
  SECRET_PHRASES,
  SECRET_WORDS,
  WEAK_WORDS,
} from './secret-labels';

/** Kinds of names, by the evidence that a value needs: least for `password`, most for `weak`. The value of a `pin` is digits. */
type SecretKind = 'password' | 'secret' | 'weak' | 'pin';

/** A name that a secret may follow, such as "password", `DB_PASSWORD` or "API key". */
export interface SecretName {
  readonly word: string;
  readonly kind: SecretKind;
  readonly start: number;
  readonly end: number;
}

/** Converts a label to the form of a {@link ReadableText}. */
export const toPlain = (text: string) => ReadableText.of(text).text.toLowerCase();
const KINDS = new Map<string, SecretKind>([
  ...WEAK_WORDS.map((word) => [word, 'weak'] as const),
  ...PIN_WORDS.map((word) => [toPlain(word), 'pin'] as const),
  ...SECRET_WORDS.map((word) => [word, 'secret'] as const),
  ...PASSWORD_WORDS.map((word) => [toPlain(word), 'password'] as const),
]);
const WORD = /[\p{L}\d][\p{L}\d_.-]{0,100}/gu;
/** The names of several words, and those of scripts without spaces, longest first. */
const PHRASE_KINDS = new Map<string, SecretKind>([
  ...PASSWORD_PHRASES.map((phrase) => [toPlain(phrase), 'password'] as const),
  ...SECRET_PHRASES.map((phrase) => [toPlain(phrase), 'secret'] as const),
  ...PIN_PHRASES.map((phrase) => [toPlain(phrase), 'pin'] as const),
]);
const HAS_SPACES = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;
const [SPACED, UNSPACED] = [true, false].map((isSpaced) =>
  [...PHRASE_KINDS.keys()]
    .filter((phrase) => HAS_SPACES.test(phrase) === isSpaced)
    .sort((first, second) => second.length - first.length)
    .join('|'),
);
const PHRASE = new RegExp(String.raw`(?<!\p{L})(?:${SPACED})|${UNSPACED}`, 'giu');
/** Names without a boundary, such as PGPASSWORD and csrftoken. */
const ENDING = /(?:password|passwd|token|secret|apikey)$/;
/** Ends of compound words, such as "Einmalpasswort". */
const PASSWORD_ENDING = /(?:passwort|kennwort|wachtwoord|losenord|passord|salasana)$/;
/** The kinds, those that need the least evidence first. */
const STRENGTHS: readonly SecretKind[] = ['password', 'secret', 'pin', 'weak'];
/** Directives of nginx that name a server: `proxy_pass http://api:3000`. */
const NGINX_PASS = /^(?:proxy|fastcgi|uwsgi|scgi|grpc|memcached|auth_request)_pass$/;
/** Boundaries inside an identifier: signs, and upper case after lower case. */
const PART_BOUNDARY = /[_.-]|(?<=[a-z\d])(?=[A-Z])/;

/** All names of secrets in a text, in its order. */
export function findSecretNames(text: string): SecretName[] {
  const names: SecretName[] = [];
  let previous: { word: string; end: number } | undefined;
  for (const { index: start, 0: match } of text.matchAll(WORD)) {
    const word = match.replace(/(?<![.-])[.-]{1,100}$/, '');
    const end = start + word.length;
    const before = previous && text.slice(previous.end, start) === ' ' ? previous.word : undefined;
    const kind = kindOf(word.split(PART_BOUNDARY), before) ?? KINDS.get(word.toLowerCase());
    if (kind) names.push({ word: word.toLowerCase(), kind, start, end });
    previous = { word: word.toLowerCase(), end };
  }
  for (const { index: start, 0: word } of text.matchAll(PHRASE)) {
    names.push({ word, kind: PHRASE_KINDS.get(word.toLowerCase()) ?? 'password', start, end: start + word.length });
  }
  return names.sort((first, second) => first.start - second.start || second.end - first.end);
}

function kindOf(parts: readonly string[], before: string | undefined): SecretKind | undefined {
  const words = parts.map((part) => part.toLowerCase());
  if (OTHER_PARTS.has(words.at(-1) ?? '') || NGINX_PASS.test(words.join('_'))) return undefined;
  const kinds = words.map((word, index) => {
    const isPair = PAIRS.get(word)?.includes(words[index - 1] ?? before?.split(/[_.-]/).at(-1) ?? '');
    if (isPair) return word === 'code' ? 'pin' : 'secret';
    return KINDS.get(word) ?? (ENDING.test(word) ? 'secret' : PASSWORD_ENDING.test(word) ? 'password' : undefined);
  });
  return STRENGTHS.find((kind) => kinds.includes(kind));
}
