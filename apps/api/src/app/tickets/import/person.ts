import { oneSpelling } from '../../platform/validation/email-address';
import { oneLine } from '../../platform/validation/one-line';
import { detached } from './detached';
import { isPlaceholder } from './placeholders';

/** Maximum length of a person or a team in a row, in UTF-16 code units: a name, an address and the signs around them. */
export const PERSON_MAX_LENGTH = 500;

/** A person as a text names them. */
export interface Person {
  /** Empty if the text is an address. */
  readonly name: string;
  /** What is like an email address. */
  readonly address?: string;
}

/** A text in one line; empty for what stands for nobody. Of one that is too long, no more than shows that. */
export function nameText(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  const text = String(value);
  if (text.length > PERSON_MAX_LENGTH) return detached(text.trim().slice(0, PERSON_MAX_LENGTH + 1));
  return isPlaceholder(text) ? '' : oneLine(text);
}

/** The name and the address in `Ada <ada@example.com>`, `Ada (ada@example.com)`, `ada@example.com (Ada)`, or one of them alone. */
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

/** The text before a pair of brackets at the end, and the text inside them. */
function bracketed(text: string): readonly [string, string] | undefined {
  const opening = { '>': '<', ')': '(' }[text.at(-1) ?? ''];
  const at = opening ? text.lastIndexOf(opening) : -1;
  return at === -1 ? undefined : [text.slice(0, at).trim(), text.slice(at + 1, -1).trim()];
}

/** Whether a text has something on both sides of an `@`. `@ada` is the name of an account. */
function isLikeAddress(text: string): boolean {
  return /[^\s@<(]@[^\s@>)]/.test(text);
}

function unquoted(name: string): string {
  return name.replace(/^(["'])(.*)\1$/, '$2').trim();
}

function withoutScheme(address: string): string {
  return address.replace(/^mailto:/i, '');
}
