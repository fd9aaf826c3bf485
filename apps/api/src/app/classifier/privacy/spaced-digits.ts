import { matchEnd } from './secret-values';

/** The separator of two digits: "7 3", "7-3", "7, 3", "7 - 3", "[7] [3]", and a line break. */
export const DIGIT_GAP = String.raw`(?: {1,3}(?:[.,:/_|-] {0,3}|\n)?|[.,:/_|-] {0,3}|\n|\] {0,2}\[)`;
const DIGIT = String.raw`\d(?![\p{Script=Latin}\p{Script=Cyrillic}\d])`;
const SPACED_DIGITS = new RegExp(String.raw`\d(?:${DIGIT_GAP}${DIGIT}){2,9}`, 'uy');

/** How sure it is that single digits are one code. */
export interface SpacedDigits {
  readonly minLength: number;
  /** Whether dots separate a version, and commas and lines a list, unless there are more digits or the digits are in no order. */
  readonly isMaybeList: boolean;
}

/** Minimum number of digits between dots that are no version: "4.8.2.9.1.3". */
const DOTTED_MIN_LENGTH = 6;

/** The end of a code with separators between its digits: "7 3 9 1 0 4", "4-8-2-9". */
export function spacedDigitsEnd(
  text: string,
  start: number,
  { minLength, isMaybeList }: SpacedDigits,
): number | undefined {
  const end = matchEnd(SPACED_DIGITS, text, start);
  if (end === undefined) return undefined;
  const match = text.slice(start, end);
  const digits = match.replace(/\D/g, '');
  if (digits.length < minLength) return undefined;
  if (!isMaybeList) return end;
  const isVersion = /^[\d.]+$/.test(match) && digits.length < DOTTED_MIN_LENGTH;
  return isVersion || (/[,\n]/.test(match) && '0123456789'.includes(digits)) ? undefined : end;
}
