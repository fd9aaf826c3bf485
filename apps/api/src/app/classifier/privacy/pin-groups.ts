import type { SecretName } from './secret-names';
import { isCardCode, matchEnd, type Value } from './secret-values';
import { type SpacedDigits, spacedDigitsEnd } from './spaced-digits';

/** A PIN in groups of digits: "482 913", "48 29 13", "G-482 913". */
const PIN_IN_GROUPS = /(?:[a-z]-)?(?:\d{3,4}[ -]\d{3,4}|\d{2}(?:[ -]\d{2}){1,3})(?![\d-])/iy;
/** "OTP 482 913": without a word between, only groups that are unusual in lists and amounts. */
const ADJACENT_PIN = /(?:\d{3}[ -]\d{3}|\d{4}[ -]\d{4})(?! ?[\d-]|[.,:/]\d)/y;

const LONG_CODE = /\d{3}[ -]?\d{3}(?![\p{L}\d]|[ .,:/-]\d)/uy;
const OPENING = /["'`*([]{0,3}/y;

/** A PIN in groups of digits, and any secret whose digits have separators: "the PIN is 48 29", "password: 4-8-2-9". */
export function digitsInGroupsAt(text: string, start: number, { kind }: SecretName): Value | undefined {
  if (kind === 'weak') return undefined;
  const end = kind === 'pin' ? matchEnd(PIN_IN_GROUPS, text, start) : undefined;
  if (end !== undefined) return { start, end };
  return spacedDigitsAt(text, start, { minLength: kind === 'pin' ? 3 : 4, isMaybeList: false });
}

/** A PIN next to its name: "PIN 4 8 2 1", but not "PIN 1, 2, 3 and 4 of the plug". */
export function adjacentPinAt(text: string, start: number, { word }: SecretName): Value | undefined {
  const end = matchEnd(ADJACENT_PIN, text, start);
  if (end !== undefined) return { start, end };
  return spacedDigitsAt(text, start, { minLength: isCardCode(word) ? 3 : 4, isMaybeList: true });
}

/** A code behind words that say which one, where a short number may be a count: "the OTP I received is 482913". */
export function longCodeAt(text: string, start: number): Value | undefined {
  const end = matchEnd(LONG_CODE, text, start);
  return end === undefined ? spacedDigitsAt(text, start, { minLength: 6, isMaybeList: true }) : { start, end };
}

/** Single digits, also in quotation marks or brackets. */
function spacedDigitsAt(text: string, start: number, spaced: SpacedDigits): Value | undefined {
  const first = matchEnd(OPENING, text, start) ?? start;
  const end = spacedDigitsEnd(text, first, spaced);
  return end === undefined ? undefined : { start: first, end };
}
