import { CARD_RANGES } from './card-ranges';
import type { DigitGroup } from './digit-groups';
import type { Finding } from './finding';

const MIN_LENGTH = 13;
const MAX_LENGTH = 19;
const ZERO = '0'.charCodeAt(0);
/** Separators of two groups of digits. U+E000 replaces text that is already found. */
const SEPARATORS = /^[^\p{L}\p{N}\ue000]{1,5}$/u;
/** Usual groupings. Their separators may differ from each other. */
const USUAL_GROUPING = /^(?:4|8|12)(?:-(?:4|8|12))*(?:-[1-3])?$|^4-6-[45]$|^4-5-[46]$/;
/** Unix times in milliseconds, microseconds and nanoseconds, and dates with a time, such as 20261122103000. */
const TIMESTAMP = /^1[5-9]\d{11}(?:\d{3}|\d{6})?$|^20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{6,9}$/;

/** Groups of digits that may be one card number, and whether the same separators stand between all of them. */
interface Candidate {
  readonly digits: string;
  readonly groups: readonly DigitGroup[];
  readonly isUniform: boolean;
}

/**
 * Finds payment card numbers (ISO/IEC 7812: 13 to 19 digits, the last one by the Luhn algorithm), with any separators. Prefers the
 * longest one at each start, so that adjacent digits, as in "order 12 4111 …", do not hide a number. Reads each group at most 19 times.
 */
export function findCardNumbers(groups: readonly DigitGroup[]): Finding[] {
  // A line break may replace a space.
  const gaps = groups.map(({ gap }) =>
    gap !== undefined && SEPARATORS.test(gap) ? gap.replace(/\n/g, ' ') : undefined,
  );
  const findings: Finding[] = [];
  for (let first = 0; first < groups.length; first++) {
    const last = findLastGroup(groups, gaps, first);
    const [start, end] = [groups[first]?.start, last === undefined ? undefined : groups[last]?.end];
    if (last === undefined || start === undefined || end === undefined) continue;
    findings.push({ start, end, placeholder: '[card]' });
    first = last;
  }
  return findings;
}

/** The last group of the longest card number that starts at a group. */
function findLastGroup(
  groups: readonly DigitGroup[],
  gaps: readonly (string | undefined)[],
  first: number,
): number | undefined {
  let digits = '';
  let isUniform = true;
  let longest: number | undefined;
  for (let index = first; index < groups.length; index++) {
    digits += groups[index]?.digits ?? '';
    if (digits.length > MAX_LENGTH || (index > first && gaps[index] === undefined)) break;
    if (index > first + 1 && gaps[index] !== gaps[first + 1]) isUniform = false;
    if (digits.length < MIN_LENGTH || !passesLuhn(digits)) continue;
    if (isCardNumber({ digits, groups: groups.slice(first, index + 1), isUniform })) longest = index;
  }
  return longest;
}

function isCardNumber({ digits, groups, isUniform }: Candidate): boolean {
  if (groups.length === 1) return !TIMESTAMP.test(digits);
  if (USUAL_GROUPING.test(groups.map((group) => group.digits.length).join('-'))) return true;
  return isUniform && CARD_RANGES.test(digits);
}

/** ISO/IEC 7812, annex B: every second digit from the right is doubled. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = (digits.charCodeAt(digits.length - 1 - index) - ZERO) * (index % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}
