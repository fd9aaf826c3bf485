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

/**
 * Parses a value of `created:`: a day, an operator (`>=`, `<=`, `>`, `<`) with a day, or `day..day`. For other values, returns an error
 * message.
 */
export function readDays(text: string): DayRange | string {
  const [, operator = '', rest = ''] = /^([<>]=?)?(.*)$/s.exec(text) ?? [];
  const [first = '', last, more] = rest.split('..');
  if (!isDay(first) || (last !== undefined && (!isDay(last) || operator !== '')) || more !== undefined)
    return 'Write a day such as 2026-11-22, >=2026-11-22, or 2026-11-01..2026-11-22';
  if (last !== undefined) {
    return last < first ? 'The last day is before the first' : { kind: 'days', from: first, to: last };
  }
  return rangeOf(operator, first) ?? 'There is no day beyond this one';
}

function rangeOf(operator: string, day: string): DayRange | undefined {
  if (operator === '') return { kind: 'days', from: day, to: day };
  if (operator === '>=') return { kind: 'days', from: day };
  if (operator === '<=') return { kind: 'days', to: day };
  if (operator === '>') return day === LAST_DAY ? undefined : { kind: 'days', from: shifted(day, 1) };
  return day === FIRST_DAY ? undefined : { kind: 'days', to: shifted(day, -1) };
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Formats a range as the shortest value of `created:`. */
export function formatDays({ from, to }: DayRange): string {
  if (from !== undefined && to !== undefined) return from === to ? from : `${from}..${to}`;
  return from === undefined ? `<=${to}` : `>=${from}`;
}
