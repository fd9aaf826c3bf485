import type { PhoneCandidate } from './phone-candidates';

const DATE_WITH_YEAR = /^(?:\d{1,2}-\d{1,2}-(?:19|20)\d{2}|(?:19|20)\d{2}-\d{1,2}-\d{1,2})(?:-|$)/;
const SHORT_DATE = /^(?:0?[1-9]|[12]\d|3[01])-(?:0?[1-9]|1[0-2])-\d{2}(?:-|$)/;
const YEARS = /^(?:19|20)\d{2}-(?:19|20)\d{2}$/;
const UNIX_TIME = /^1[4-9]\d{8}$/;
const COMPACT_DATE = /^20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d{4}|\d{6})?$/;
const IP_ADDRESS = /^(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:-(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}$/;
/** Opening hours, such as 09.00-17.00. */
const TIMES = /^(?:[01]?\d|2[0-4])-[0-5]\d-(?:[01]?\d|2[0-4])-[0-5]\d$/;
const THOUSANDS = /^[1-9]\d{0,2}(?:-\d{3})+$/;
const CURRENCY_BEFORE = /(?:[$€£¥₹₽]|eur|usd|gbp|chf|jpy|rub|pln) ?$/i;
const UNIT_AFTER = /^ ?(?:[$€£¥₹₽%]|eur|usd|gbp|chf|jpy|rub|pln|zł|kr|rows|bytes|ms|records|dollars?)|^[.,]\d/i;

const MEASURE_AFTER = /^ ?(?:[kmg]?wh|kw|mw|km|kg|mm|cm|m³|m3|liters?|litres?|rpm|hz|[kmg]hz|px|dpi)(?!\p{L})/iu;

/** Units and nouns after a number that is not a phone number, regardless of the word before it: "the call took 1234567 ms". */
const COUNT_AFTER =
  /^ ?(?:[mnμ]s|msec|millis|milliseconds?|microseconds?|nanoseconds?|millisekunden?|s(?=[.,;)])|secs?|seconds?|sekunden?|secondes?|segundos?|secondi|seconden|sekund|секунды?|мс|сек|[kmgt]?i?bytes?|[kmgt]i?b|octets?|bits?|байта?|rows?|records?|entries|zeilen?|datensatze?n?|lignes?|filas?|linhas?|righe|regels|rijen|wierszy|строк|tokens?|requests?|users|benutzer|utilisateurs|usuarios|chars|characters|zeichen|hits|ticks|samples|messages|nachrichten)(?![\p{L}\d])/iu;
const GROUPED = /^[1-9]\d*$|^[1-9]\d{0,2}(?:-\d{3})+$/;
/** A minus sign before a number, unlike a dash between words or in a list. */
const MINUS_BEFORE = /(?:^|[\s([{=:;,<>|"'*/+])-$/;
/** The limits of integers of 32 bits. */
const INTEGER_LIMIT = /^(?:214748364[5-9]|429496729[4-7])$/;
/** The start of an amount before its last thousands: "50 000". */
const THOUSANDS_BEFORE = /(?<![\d.,])[1-9]\d{0,2}[ .,']$/;

/** Whether digits are a count with its unit, even after a word for phones. */
export function isCount(text: string, { end, shape, gaps }: PhoneCandidate): boolean {
  return GROUPED.test(shape) && !gaps.includes('-') && COUNT_AFTER.test(text.slice(end, end + 18));
}

/** Whether digits are a negative number, a limit of integers, or a part of an amount, if no word for phones stands before them. */
export function isNumberOfProgram(text: string, { start, shape, gaps }: PhoneCandidate): boolean {
  const before = text.slice(Math.max(0, start - 5), start);
  if (shape.startsWith('000') && THOUSANDS_BEFORE.test(before)) return true;
  return (
    INTEGER_LIMIT.test(shape) || (GROUPED.test(shape) && !gaps.includes('-') && MINUS_BEFORE.test(before.slice(-2)))
  );
}

/** Whether digits are a date, an IP address, or a range of times or years. */
export function isDateOrAddress({ shape, gaps }: PhoneCandidate): boolean {
  const isDotted = /^[./-]{2}/.test(gaps) && gaps.charAt(0) === gaps.charAt(1);
  if (isDotted && DATE_WITH_YEAR.test(shape)) return true;
  if (isDotted && SHORT_DATE.test(shape) && gaps.charAt(2) !== gaps.charAt(0)) return true;
  if (TIMES.test(shape) && /^[.:] ?-+ ?[.:]$/.test(gaps)) return true;
  return (IP_ADDRESS.test(shape) && gaps === '...') || YEARS.test(shape);
}

/** Whether digits are an amount such as 100,000, which is never a phone number, even after a word for one: "a text of 100,000 marks". */
export function isRoundAmount({ shape, gaps }: PhoneCandidate): boolean {
  return /^[1-9]\d{0,2}(?:-\d{3})*-000$/.test(shape) && /^(?:,+|\.+)$/.test(gaps);
}

/** Whether digits are a time stamp, an amount or a measure. */
export function isTimeOrAmount(text: string, { start, end, shape, gaps }: PhoneCandidate): boolean {
  if (UNIX_TIME.test(shape) || COMPACT_DATE.test(shape) || MEASURE_AFTER.test(text.slice(end, end + 9))) return true;
  return (
    THOUSANDS.test(shape) &&
    (/^(?:,+|\.+)$/.test(gaps) ||
      CURRENCY_BEFORE.test(text.slice(Math.max(0, start - 5), start)) ||
      UNIT_AFTER.test(text.slice(end, end + 9)))
  );
}
