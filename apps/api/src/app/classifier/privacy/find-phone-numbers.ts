import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { DigitGroup } from './digit-groups';
import type { Finding } from './finding';
import { isDateOrAddress, isTimeOrAmount } from './harmless-numbers';
import { candidatesAt, type PhoneCandidate } from './phone-candidates';
import { PhoneLabels } from './phone-labels';
import { isNationalFormat } from './phone-shapes';

/** A `+` or a "00" before a country code. */
const PLUS = /\+ ?\(?$/;
/** A `+` in a time with its offset, or between words. */
const ATTACHED_PLUS = /[a-z\d]\+ ?\(?$/i;
const PREFIX_00 = /^00[1-9]/;
/** Gaps of numbers without a `+` or a word before them: the other separators stand between values. */
const NUMBER_GAPS = /^[^:;|*\\]*$/;
const MAX_DIGITS = 15;
/** Maximum number of candidates that libphonenumber checks; further ones are masked without a check. Limits the time. */
const MAX_CHECKS = 1000;

/** Finds phone numbers: international ones, those after words such as "Tel.", those of given countries, and common national formats. */
export function findPhoneNumbers(
  text: string,
  groups: readonly DigitGroup[],
  countries: readonly CountryCode[] = [],
): Finding[] {
  const findings: Finding[] = [];
  const [checks, labels] = [{ left: MAX_CHECKS }, new PhoneLabels(text)];
  for (let first = 0; first < groups.length; first++) {
    const found = findNumberAt(text, groups, first, { countries, checks, labels, previous: findings.at(-1) });
    if (!found) continue;
    findings.push({ start: found.start, end: found.end, placeholder: '[phone]' });
    first = found.last;
  }
  return findings;
}

interface Search {
  readonly countries: readonly CountryCode[];
  readonly checks: { left: number };
  readonly labels: PhoneLabels;
  readonly previous: Finding | undefined;
}

function findNumberAt(
  text: string,
  groups: readonly DigitGroup[],
  first: number,
  { countries, checks, labels, previous }: Search,
): { start: number; end: number; last: number } | undefined {
  const candidates = candidatesAt(text, groups, first);
  if (!candidates.length) return undefined;
  const start = groups[first]?.start ?? 0;
  const before = text.slice(Math.max(0, start - 5), start);
  const plus = PLUS.exec(before)?.[0];
  const check = (number: string, country?: CountryCode) => checks.left-- <= 0 || isValid(number, country);

  const international = candidates.filter(
    ({ digits, gaps }) => plus !== undefined || (PREFIX_00.test(digits) && NUMBER_GAPS.test(gaps)),
  );
  const withCode = findInternational(international, plus !== undefined && !ATTACHED_PLUS.test(before), check);
  if (withCode) return { ...withCode, start: start - (plus?.length ?? 0) };

  const label = labels.before(start, groups[first - 1]?.end ?? 0);
  const isLabelled = label === 'phone' || continuesList(text, previous, start);
  const isUnlabelledNumber = (candidate: PhoneCandidate) =>
    NUMBER_GAPS.test(candidate.gaps) &&
    !(label === 'other' && /^-*$/.test(candidate.gaps)) &&
    ((isNationalFormat(candidate) && !isTimeOrAmount(text, candidate)) ||
      countries.some((country) => check(candidate.digits, country))) &&
    !isAttached(text, candidate);
  const found = candidates.find((candidate) => {
    if (candidate.digits.length > MAX_DIGITS) return false;
    if (!isLabelled && !isUnlabelledNumber(candidate)) return false;
    return !isDateOrAddress(candidate);
  });
  return found && { ...found, start: start - (found.isParenthesised ? 1 : 0) };
}

/** Prefers a valid number to a longer one, so that digits after it stay. */
function findInternational(
  candidates: readonly PhoneCandidate[],
  hasPlus: boolean,
  check: (number: string) => boolean,
): PhoneCandidate | undefined {
  const toNumber = ({ digits }: PhoneCandidate) => `+${digits.replace(/^00/, '')}`;
  const ofLength = candidates.filter((candidate) => /^\+[1-9]\d{6,14}$/.test(toNumber(candidate)));
  return ofLength.find((candidate) => check(toNumber(candidate))) ?? (hasPlus ? ofLength[0] : undefined);
}

function isValid(number: string, country: CountryCode | undefined): boolean {
  return parsePhoneNumberFromString(number, { defaultCountry: country, extract: false })?.isValid() ?? false;
}

/** A second number after a first one: "030 123456, 0171 2345678 or 612345678". */
function continuesList(text: string, previous: Finding | undefined, start: number): boolean {
  return (
    previous !== undefined &&
    /^[ \n,;/(]{1,3}(?:(?:or|oder|ou|and|und|et|[oye]) )?$/.test(text.slice(previous.end, start))
  );
}

/** Whether a number is part of another word or number, such as AB-12 or 1.2.3. */
function isAttached(text: string, { start, end, isParenthesised }: PhoneCandidate): boolean {
  const first = isParenthesised ? start - 1 : start;
  const before = text.slice(Math.max(0, first - 2), first);
  const after = text.slice(end, end + 2);
  if (/[a-z\d\\]$|\d[.,:/\-_+@]$|[a-z][/\-_+@]$/i.test(before)) return true;
  return /^[a-z]|^[.,:/\-_+]\d|^[-_][a-z]/i.test(after) && !/^x ?\d/i.test(after);
}
