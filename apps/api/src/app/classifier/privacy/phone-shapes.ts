import type { PhoneCandidate } from './phone-candidates';

/**
 * National formats that are unlikely to be anything else, because phone numbers have no check digits. Here `-` stands for any separator.
 * Source: the national formats of libphonenumber (metadata of version 1.13.16), by the lengths of their groups.
 */
const SHAPES: readonly string[] = [
  String.raw`0\d{0,5}(?:-\d{1,10}){1,12}`, // 030 1234567, 06.12.34.56.78, (0170) 1234567, 090-1234-5678
  String.raw`0[1-9]\d{7,11}`, // 0301234567
  String.raw`00[1-9]\d{8,10}`, // 00493012345678; shorter ones are padded numbers, such as 0080012345
  String.raw`[78]-[3489]\d{2}-\d{3}-?\d{2}-?\d{2}`, // 8 (912) 345-67-89
  String.raw`[78][3489]\d{9}`, // 89123456789
  String.raw`(?:1-)?[2-9]\d{2}-\d{3}-?\d{4}`, // (555) 123-4567, 1-555-123-4567
  String.raw`1?[2-9]\d{9}`, // 5551234567
  String.raw`(?:86-)?1[3-9]\d{9}`, // 13800138000
  String.raw`(?:86-)?1[3-9]\d-\d{4}-?\d{4}`, // 138 0013 8000
  String.raw`1[3-9]\d{2}-\d{4}-\d{3}`, // 1380 0138 000
  String.raw`[6-9]\d{4}-\d{5}`, // 98765 43210
  String.raw`[1-9]\d9\d{8}`, // 11912345678
  String.raw`[1-9]\d-9?\d{4}-\d{4}`, // 11 91234-5678, 55 1234 5678
  String.raw`9-\d{4}-\d{4}`, // 9 1234 5678
  String.raw`[2-9]\d{2}-\d{2,3}-\d{2}-\d{2}`, // 912 345-67-89, 612 34 56 78
  String.raw`[49]\d{2}-\d{2}-\d{3}`, // 912 34 567
  String.raw`3\d{2}-\d{6,7}`, // 347 1234567
  String.raw`1[38]00-\d{3}-\d{3}`, // 1300 123 456
];
const SHAPE = new RegExp(`^(?:${SHAPES.join('|')})$`);
/** An area code in parentheses, such as (11) 4567-8901. */
const WITH_AREA_CODE = /^\d{1,5}(?:-\d{2,9}){1,4}$/;

/** Formats that are also used for amounts, ranges and lists. They need their usual separators. */
const PLAIN_SHAPES: readonly (readonly [shape: RegExp, gaps: RegExp])[] = [
  [/^\d{3}-\d{4}$/, /^-$/], // 555-1234
  [/^\d{2}(?:-\d{2}){3,4}$/, /^ +$/], // 12 34 56 78
  [/^[5-9]\d{2}-\d{3}-\d{3}$/, /^ +$|^-+$/], // 612 345 678
];

const MIN_DIGITS = 7;
const MAX_DIGITS = 13;

/** Whether digits have the shape of a phone number in a national format. */
export function isNationalFormat({ digits, shape, gaps, isParenthesised }: PhoneCandidate): boolean {
  if (digits.length < MIN_DIGITS || digits.length > MAX_DIGITS) return false;
  if (isParenthesised && WITH_AREA_CODE.test(shape) && /^[)\]]/.test(gaps)) return true;
  return SHAPE.test(shape) || PLAIN_SHAPES.some(([plain, usualGaps]) => plain.test(shape) && usualGaps.test(gaps));
}
