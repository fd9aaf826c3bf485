import type { SecretName } from './secret-names';
import { isCardCode, matchEnd, type Value } from './secret-values';
import { spacedDigitsEnd } from './spaced-digits';

/** A PIN in groups of digits: "482 913", "48 29 13", "G-482 913". */
const PIN_IN_GROUPS = /(?:[a-z]-)?(?:\d{3,4}[ -]\d{3,4}|\d{2}(?:[ -]\d{2}){1,3})(?![\d-])/iy;
/** "OTP 482 913": without a word between, only groups that are unusual in lists and amounts. */
const ADJACENT_PIN = /(?:\d{3}[ -]\d{3}|\d{4}[ -]\d{4})(?! ?[\d-]|[.,:/]\d)/y;

/** A PIN in groups of digits, and any secret whose digits have separators: "the PIN is 48 29", "password: 4-8-2-9". */
export function digitsInGroupsAt(text: string, start: number, { kind }: SecretName): Value | undefined {
  if (kind === 'weak') return undefined;
  const end =
    (kind === 'pin' ? matchEnd(PIN_IN_GROUPS, text, start) : undefined) ??
    spacedDigitsEnd(text, start, { minLength: kind === 'pin' ? 3 : 4, isMaybeList: false });
  return end === undefined ? undefined : { start, end };
}

/** The end of a PIN next to its name: "PIN 4 8 2 1", but not "PIN 1, 2, 3 and 4 of the plug". */
export const adjacentPinEnd = (text: string, start: number, { word }: SecretName) =>
  matchEnd(ADJACENT_PIN, text, start) ??
  spacedDigitsEnd(text, start, { minLength: isCardCode(word) ? 3 : 4, isMaybeList: true });
