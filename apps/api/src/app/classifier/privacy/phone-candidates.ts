import type { DigitGroup } from './digit-groups';

/** Groups of digits that may be one phone number. */
export interface PhoneCandidate {
  readonly start: number;
  readonly end: number;
  /** Index of the last group. */
  readonly last: number;
  readonly digits: string;
  /** The digits, with a `-` for each gap. */
  readonly shape: string;
  readonly isParenthesised: boolean;
  /** All gaps, joined. */
  readonly gaps: string;
}

const GAP = /^[ \n()[\].,/_\-~:;|*\\]{1,4}$/;
/** Separates two numbers. */
const END_OF_NUMBER = /[,;] |\n.*\n/;
const MAX_GROUPS = 15;
const MIN_DIGITS = 6;
/** Those of an international number (ITU-T E.164), with the prefix 00. */
const MAX_DIGITS = 17;

/** All candidates that start at a group, longest first: at most 12. */
export function candidatesAt(text: string, groups: readonly DigitGroup[], first: number): PhoneCandidate[] {
  const candidates: PhoneCandidate[] = [];
  const start = groups[first]?.start ?? 0;
  const isParenthesised = /[([]/.test(text.charAt(start - 1));
  let [digits, shape, gaps] = ['', '', ''];
  for (let last = first; last < Math.min(groups.length, first + MAX_GROUPS); last++) {
    const group = groups[last];
    const gap = last === first ? '' : group?.gap;
    if (!group || gap === undefined || (gap && (!GAP.test(gap) || END_OF_NUMBER.test(gap)))) break;
    digits += group.digits;
    shape += (gap && '-') + group.digits;
    gaps += gap;
    if (digits.length > MAX_DIGITS) break;
    if (digits.length < MIN_DIGITS) continue;
    candidates.unshift({ start, end: group.end, last, digits, shape, gaps, isParenthesised });
  }
  return candidates;
}
