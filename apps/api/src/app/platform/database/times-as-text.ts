import { types } from 'pg';

/** PostgreSQL's number of the type `timestamptz`. */
const TIMESTAMPTZ = 1184;

/**
 * For the driver: a time is read as RFC 3339 text in UTC, as the API answers with it. To make a Date of each time, and a text of
 * that again, cost as much for a page of tickets as to write the page as JSON.
 */
export const TIMES_AS_TEXT: Pick<typeof types, 'getTypeParser'> = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === TIMESTAMPTZ && format !== 'binary'
      ? rfc3339
      : types.getTypeParser(oid, format as 'text')) as typeof types.getTypeParser,
};

/** `2026-03-01 09:30:00.5+00`, which is how PostgreSQL writes a time for a session in UTC, as `2026-03-01T09:30:00.500Z`. */
export function rfc3339(text: string): string {
  if (text.length > UTC_LENGTH || !text.endsWith('+00')) return (fromPostgres(text) as Date).toISOString();
  const milliseconds = text.slice(20, -3); // without its last zeros
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${milliseconds.padEnd(3, '0')}Z`;
}

const UTC_LENGTH = '2026-03-01 09:30:00.123+00'.length;
const fromPostgres = types.getTypeParser(TIMESTAMPTZ) as (text: string) => unknown;
