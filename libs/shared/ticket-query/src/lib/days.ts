import type { DayRange } from './query-node';

/** First and last day that the API accepts: years have four digits. */
const FIRST_DAY = '1000-01-01';
const LAST_DAY = '9999-12-31';

const DAY_MS = 86_400_000;

/** Whether a text is an existing day, as `YYYY-MM-DD`. */
function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text); // 30 February would become 2 March
}

/** The first and the last day of a day, a month (`YYYY-MM`) or a year (`YYYY`); undefined for other texts. */
function spanOf(text: string): { readonly first: string; readonly last: string } | undefined {
  const [, year = '', month = '01'] = /^(\d{4})(?:-(\d\d))?$/.exec(text) ?? [];
  const first = year ? `${year}-${month}-01` : text;
  if (!isDay(first)) return undefined;
  if (!year) return { first, last: text };
  if (text === year) return { first, last: `${year}-12-31` };
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate(); // day 0 is the last one of the month before
  return { first, last: `${text}-${days}` };
}

/**
 * Parses a value of `created:`: a day, a month or a year, one of them after an operator (`>=`, `<=`, `>`, `<`), or two with `..` between
 * them. For other values, returns an error message.
 */
export function readDays(text: string): DayRange | string {
  const [, operator = '', rest = ''] = /^([<>]=?)?(.*)$/s.exec(text) ?? [];
  const [start = '', end, more] = rest.split('..');
  const from = spanOf(start);
  const to = end === undefined ? from : spanOf(end);
  if (!from || !to || (end !== undefined && operator !== '') || more !== undefined)
    return 'Write a day such as 2026-11-22, a month such as 2026-11, >=2026-11-22, or 2026-11-01..2026-11-22';
  if (to.last < from.first) return 'The last day is before the first';
  return rangeOf(operator, from.first, to.last) ?? 'There is no day beyond this one';
}

function rangeOf(operator: string, first: string, last: string): DayRange | undefined {
  if (operator === '') return { kind: 'days', from: first, to: last };
  if (operator === '>=') return { kind: 'days', from: first };
  if (operator === '<=') return { kind: 'days', to: last };
  if (operator === '>') return last === LAST_DAY ? undefined : { kind: 'days', from: shifted(last, 1) };
  return first === FIRST_DAY ? undefined : { kind: 'days', to: shifted(first, -1) };
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Formats a range as a value of `created:`, in days. */
export function formatDays({ from, to }: DayRange): string {
  if (from !== undefined && to !== undefined) return from === to ? from : `${from}..${to}`;
  return from === undefined ? `<=${to}` : `>=${from}`;
}
