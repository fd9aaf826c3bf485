import type { CountryCode } from 'libphonenumber-js/max';
import type { DigitGroup } from './digit-groups';
import type { Finding } from './finding';
import { isCount, isDateOrAddress, isNumberOfProgram, isRoundAmount, isTimeOrAmount } from './harmless-numbers';
import { candidatesAt, type PhoneCandidate } from './phone-candidates';
import { PhoneChecks } from './phone-checks';
import { type NumberLabel, PhoneLabels } from './phone-labels';
import { isNationalFormat } from './phone-shapes';

/** A `+` or a "00" before a country code. */
const PLUS = /\+ ?\(?$/;
/** A `+` in a time with its offset, or between words. */
const ATTACHED_PLUS = /[a-z\d]\+ ?\(?$/i;
const PREFIX_00 = /^00[1-9]/;
/** Parts of a version or a code before digits: "7.2.1.0045-20260325", "12-0045-20260325". The line of a list has one: "2.0049 171 1234567". */
const PART_BEFORE = /(?:\d-|\d\.\d{1,3}\.)$/;
/** Gaps of numbers without a `+` or a word before them: the other separators stand between values. */
const NUMBER_GAPS = /^[^:;|*\\]*$/;
const E164 = /^\+[1-9]\d{6,14}$/;
const MAX_DIGITS = 15;
/** Length of the numbers of documents, which have zeros before them: "order 0049301234". */
const PADDED_LENGTH = 10;

/** Finds phone numbers: international ones, those after words such as "Tel.", those of given countries, and common national formats. */
export function findPhoneNumbers(
  text: string,
  groups: readonly DigitGroup[],
  countries: readonly CountryCode[] = [],
  checks = new PhoneChecks(),
): Finding[] {
  const findings: Finding[] = [];
  const labels = new PhoneLabels(text);
  for (let first = 0; first < groups.length; first++) {
    const start = groups[first]?.start ?? 0;
    const isNext = continuesList(text, findings.at(-1), start);
    const labelBefore = isNext ? 'phone' : labels.before(start, groups[first - 1]?.end ?? 0);
    // Most digits in lists and versions are excluded here, before the candidates are built.
    if (labelBefore !== 'phone' && isAttachedStart(text, start) && !mayBeInternational(text, start)) continue;
    const candidates = candidatesAt(text, groups, first);
    if (!candidates.length) continue;
    const search = { text, start, countries, checks, candidates };
    const found =
      findInternational(search, labelBefore) ??
      findNational(search, labelBefore ?? labels.after(candidates[0]?.end ?? start));
    if (!found) continue;
    findings.push({ start: found.start, end: found.end, placeholder: '[phone]' });
    first = found.last;
  }
  return findings;
}

type Found = Pick<PhoneCandidate, 'start' | 'end' | 'last'>;

/** The search for a number that starts at a group of digits. */
interface Search {
  readonly text: string;
  readonly start: number;
  readonly candidates: readonly PhoneCandidate[];
  readonly countries: readonly CountryCode[];
  readonly checks: PhoneChecks;
}

const mayBeInternational = (text: string, start: number) =>
  text.charAt(start) === '0' || PLUS.test(text.slice(Math.max(0, start - 3), start));

/** A number with a `+` or "00". Prefers a valid number to a longer one, so that digits after it stay. */
function findInternational({ text, start, candidates, checks }: Search, label: NumberLabel): Found | undefined {
  const before = text.slice(Math.max(0, start - 5), start);
  const plus = PLUS.exec(before)?.[0];
  if (plus === undefined && (text.charAt(start) !== '0' || PART_BEFORE.test(before))) return undefined;
  const numbers = candidates.flatMap((candidate) => {
    const isPadded = label === 'other' && candidate.gaps === '' && candidate.digits.length <= PADDED_LENGTH;
    const isInternational =
      plus !== undefined || (!isPadded && PREFIX_00.test(candidate.digits) && NUMBER_GAPS.test(candidate.gaps));
    const number = `+${candidate.digits.replace(/^00/, '')}`;
    return isInternational && E164.test(number) ? [{ candidate, number }] : [];
  });
  const isCertain = plus !== undefined && !ATTACHED_PLUS.test(before);
  const found = numbers.find(({ number }) => checks.passes(number)) ?? (isCertain ? numbers[0] : undefined);
  return found && { ...found.candidate, start: start - (plus?.length ?? 0) };
}

/** A number without the code of a country. */
function findNational(search: Search, label: NumberLabel): Found | undefined {
  const { candidates } = search;
  const found = candidates.findIndex(
    (candidate) =>
      candidate.digits.length <= MAX_DIGITS &&
      !isRoundAmount(candidate) &&
      !isCount(search.text, candidate) &&
      (label === 'phone' || isUnlabelledNumber(search, candidate, label)),
  );
  const candidate = candidates[found];
  // A part of a date is not a number either.
  if (!candidate || candidates.slice(0, found + 1).some(isDateOrAddress)) return undefined;
  return { ...candidate, start: candidate.start - (candidate.isParenthesised ? 1 : 0) };
}

function isUnlabelledNumber(
  { text, countries, checks }: Search,
  candidate: PhoneCandidate,
  label: NumberLabel,
): boolean {
  if (!NUMBER_GAPS.test(candidate.gaps) || isAttached(text, candidate)) return false;
  if (isNumberOfProgram(text, candidate)) return false;
  if (label === 'other' && /^-*$/.test(candidate.gaps)) return false;
  if (isNationalFormat(candidate) && !isTimeOrAmount(text, candidate)) return true;
  return countries.some((country) => checks.passes(candidate.digits, country));
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
  const after = text.slice(end, end + 2);
  if (isAttachedStart(text, isParenthesised ? start - 1 : start)) return true;
  return /^[a-z]|^[.,:/\-_+]\d|^[-_][a-z]/i.test(after) && !/^x ?\d/i.test(after);
}

function isAttachedStart(text: string, start: number): boolean {
  return /[a-z\d\\]$|\d[.,:/\-_+@]$|[a-z][/\-_+@]$/i.test(text.slice(Math.max(0, start - 2), start));
}
