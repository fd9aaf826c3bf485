import { ReadableText } from './readable-text';
import {
  OTHER_PARTS,
  PAIRS,
  PASSWORD_PHRASES,
  PASSWORD_WORDS,
  PIN_WORDS,
  SECRET_WORDS,
  WEAK_WORDS,
} from './secret-labels';

/** How much a value after a name must look like a secret: not at all, a little, or much. */
type SecretKind = 'password' | 'secret' | 'weak' | 'pin';

/** A name that a secret may follow, such as "password", `DB_PASSWORD` or "API key". */
export interface SecretName {
  readonly word: string;
  readonly kind: SecretKind;
  readonly start: number;
  readonly end: number;
}

/** A label as a {@link ReadableText} has it. */
export const toPlain = (text: string) => ReadableText.of(text).text.toLowerCase();
const KINDS = new Map<string, SecretKind>([
  ...WEAK_WORDS.map((word) => [word, 'weak'] as const),
  ...PIN_WORDS.map((word) => [word, 'pin'] as const),
  ...SECRET_WORDS.map((word) => [word, 'secret'] as const),
  ...PASSWORD_WORDS.map((word) => [toPlain(word), 'password'] as const),
]);
const WORD = /[\p{L}\d][\p{L}\d_.-]{0,100}/gu;
const PHRASE = new RegExp(PASSWORD_PHRASES.map(toPlain).join('|'), 'giu');
/** Names without a boundary, such as PGPASSWORD and csrftoken. */
const ENDING = /(?:password|passwd|token|secret|apikey)$/;
/** The kinds, those that need the least evidence first. */
const STRENGTHS: readonly SecretKind[] = ['password', 'secret', 'pin', 'weak'];
/** Boundaries inside an identifier: signs, and upper case after lower case. */
const PART_BOUNDARY = /[_.-]|(?<=[a-z\d])(?=[A-Z])/;

/** All names of secrets in a text, in its order. */
export function findSecretNames(text: string): SecretName[] {
  const names: SecretName[] = [];
  let previous: { word: string; end: number } | undefined;
  for (const { index: start, 0: match } of text.matchAll(WORD)) {
    const word = match.replace(/[.-]{1,3}$/, '');
    const end = start + word.length;
    const before = previous && text.slice(previous.end, start) === ' ' ? previous.word : undefined;
    const kind = kindOf(word.split(PART_BOUNDARY), before);
    if (kind) names.push({ word: word.toLowerCase(), kind, start, end });
    previous = { word: word.toLowerCase(), end };
  }
  for (const { index: start, 0: word } of text.matchAll(PHRASE)) {
    names.push({ word, kind: 'password', start, end: start + word.length });
  }
  return names.sort((first, second) => first.start - second.start);
}

function kindOf(parts: readonly string[], before: string | undefined): SecretKind | undefined {
  const words = parts.map((part) => part.toLowerCase());
  if (OTHER_PARTS.has(words.at(-1) ?? '')) return undefined;
  const kinds = words.map((word, index) => {
    const isPair = PAIRS.get(word)?.includes(words[index - 1] ?? before?.split(/[_.-]/).at(-1) ?? '');
    if (isPair) return word === 'code' ? 'pin' : 'secret';
    return KINDS.get(word) ?? (ENDING.test(word) ? 'secret' : undefined);
  });
  return STRENGTHS.find((kind) => kinds.includes(kind));
}
