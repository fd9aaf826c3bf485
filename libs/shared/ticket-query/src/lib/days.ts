import type { DayRange } from './query-node';

/** First and last day that the API accepts: years have four digits. */
const FIRST_DAY = '1000-01-01';
const LAST_DAY = '9999-12-31';

const DAY_MS = 86_400_000;

/** A day, or the days of a month or a year. */
interface Period {
  readonly first: string;
  readonly last: string;
}

/** Reads an existing day, month or year: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
function periodOf(text: string): Period | undefined {
  if (!/^[1-9]\d{3}(?:-\d\d){0,2}$/.test(text)) return undefined;
  const first = text + FIRST_DAY.slice(text.length);
  const start = new Date(`${first}T00:00:00Z`);
  // 30 February would become 2 March
  if (Number.isNaN(start.getTime()) || dayOf(start) !== first) return undefined;
  if (text.length === first.length) return { first, last: first };
  const isYear = text.length === 4;
  const [year, month] = [start.getUTCFullYear(), isYear ? 12 : start.getUTCMonth() + 1];
  return { first, last: dayOf(new Date(Date.UTC(year, month, 0))) }; // the day before the first one of the next month
}

/**
 * Parses a value of `created:`: a period, an operator (`>=`, `<=`, `>`, `<`) with a period, or `period..period`. A period is a day, a month
 * or a year. For other values, returns an error message.
 */
export function readDays(text: string): DayRange | string {
  const [, operator = '', rest = ''] = /^([<>]=?)?(.*)$/s.exec(text) ?? [];
  const [from = '', to = from, more] = rest.split('..');
  const [start, end] = [periodOf(from), periodOf(to)];
  const isRange = rest !== from;
  if (!start || !end || (isRange && operator !== '') || more !== undefined)
    return 'Write a day such as 2026-11-22, a month such as 2026-11, a year, >=2026-11-22, or 2026-11-01..2026-11-22';
  if (end.last < start.first) return 'The last day is before the first';
  return rangeOf(operator, { first: start.first, last: end.last }) ?? 'There is no day beyond this one';
}

function rangeOf(operator: string, { first, last }: Period): DayRange | undefined {
  if (operator === '') return { kind: 'days', from: first, to: last };
  if (operator === '>=') return { kind: 'days', from: first };
  if (operator === '<=') return { kind: 'days', to: last };
  if (operator === '>') return last === LAST_DAY ? undefined : { kind: 'days', from: shifted(last, 1) };
  return first === FIRST_DAY ? undefined : { kind: 'days', to: shifted(first, -1) };
}

function shifted(day: string, days: number): string {
  return dayOf(new Date(Date.parse(day) + days * DAY_MS));
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Formats a range as a value of `created:`, with its days. */
export function formatDays({ from, to }: DayRange): string {
  if (from !== undefined && to !== undefined) return from === to ? from : `${from}..${to}`;
  return from === undefined ? `<=${to}` : `>=${from}`;
}
