import { oneSpelling } from '../../platform/validation/email-address';
import { oneLine } from '../../platform/validation/one-line';
import { detached } from './detached';
import { isPlaceholder } from './placeholders';

/** Maximum length of a person or team in a row, in UTF-16 code units: a name, an email address and punctuation. */
export const PERSON_MAX_LENGTH = 500;

/** A person as named in a text. */
export interface Person {
  /** Empty if the text is an email address only. */
  readonly name: string;
  /** The part that looks like an email address. */
  readonly address?: string;
}

/**
 * A text on one line; empty for placeholders. A text that is too long is cut to one code unit above the limit, so that checks still reject
 * it.
 */
export function nameText(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  const text = String(value);
  if (text.length > PERSON_MAX_LENGTH) return detached(text.trim().slice(0, PERSON_MAX_LENGTH + 1));
  return isPlaceholder(text) ? '' : oneLine(text);
}

/** The name and email address in `Ada <ada@example.com>`, `Ada (ada@example.com)`, `ada@example.com (Ada)`, or a single one of them. */
export function personIn(text: string): Person {
  const [outside, inside] = bracketed(text) ?? [text];
  if (inside !== undefined && isLikeAddress(inside)) {
    const name = unquoted(outside);
    const isOneAddress = !isLikeAddress(name) || oneSpelling(name) === oneSpelling(inside);
    return { name, address: isOneAddress ? withoutScheme(inside) : text };
  }
  if (inside !== undefined && isLikeAddress(outside))
    return { name: unquoted(inside), address: withoutScheme(outside) };
  return isLikeAddress(text) ? { name: '', address: withoutScheme(text) } : { name: unquoted(text) };
}

/** The text before a final pair of brackets, and the text inside them. */
function bracketed(text: string): readonly [string, string] | undefined {
  const opening = { '>': '<', ')': '(' }[text.at(-1) ?? ''];
  const at = opening ? text.lastIndexOf(opening) : -1;
  return at === -1 ? undefined : [text.slice(0, at).trim(), text.slice(at + 1, -1).trim()];
}

/** Whether a text has something on both sides of an `@`. `@ada` is an account name. */
function isLikeAddress(text: string): boolean {
  return /[^\s@<(]@[^\s@>)]/.test(text);
}

function unquoted(name: string): string {
  return name.replace(/^(["'])(.*)\1$/, '$2').trim();
}

function withoutScheme(address: string): string {
  return address.replace(/^mailto:/i, '');
}
