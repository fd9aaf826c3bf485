import { types } from 'pg';

type TypeParser = (text: string) => unknown;
const getTypeParser = types.getTypeParser as (oid: number, format?: 'text' | 'binary') => TypeParser;

/** The type OID of `timestamptz`. */
const TIMESTAMPTZ = 1184;

/**
 * Type parsers for the driver that read a time as RFC 3339 text in UTC, the format of the API. For a page of tickets, converting
 * each time to a Date and back to text takes as long as serializing the page to JSON.
 */
export const TIMES_AS_TEXT: Pick<typeof types, 'getTypeParser'> = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === TIMESTAMPTZ && format !== 'binary' ? toRfc3339 : getTypeParser(oid, format)) as typeof types.getTypeParser,
};

/** Converts PostgreSQL's text for a session in UTC, `2026-03-01 09:30:00.5+00`, to `2026-03-01T09:30:00.500Z`. */
export function toRfc3339(text: string): string {
  if (text.length > UTC_LENGTH || !text.endsWith('+00')) return (fromPostgres(text) as Date).toISOString();
  const milliseconds = text.slice(20, -3); // trailing zeros are missing
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${milliseconds.padEnd(3, '0')}Z`;
}

const UTC_LENGTH = '2026-03-01 09:30:00.123+00'.length;
const fromPostgres = getTypeParser(TIMESTAMPTZ);
