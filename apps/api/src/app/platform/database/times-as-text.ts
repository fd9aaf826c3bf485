import { types } from 'pg';

/** The type OID of `timestamptz`. */
const TIMESTAMPTZ = 1184;

/**
 * Type parsers for the driver that read a time as RFC 3339 text in UTC, the format of the API. Converting each time to a Date and
 * back to text cost as much for a page of tickets as writing the page as JSON.
 */
export const TIMES_AS_TEXT: Pick<typeof types, 'getTypeParser'> = { getTypeParser };

function getTypeParser(oid: number, format?: 'text' | 'binary'): (value: never) => unknown {
  if (oid === TIMESTAMPTZ && format !== 'binary') return rfc3339;
  const getParser: (oid: number, format?: 'text' | 'binary') => (value: never) => unknown = types.getTypeParser;
  return getParser(oid, format);
}

/** Converts PostgreSQL's text for a session in UTC, `2026-03-01 09:30:00.5+00`, to `2026-03-01T09:30:00.500Z`. */
export function rfc3339(text: string): string {
  if (text.length > UTC_LENGTH || !text.endsWith('+00')) return (fromPostgres(text) as Date).toISOString();
  const milliseconds = text.slice(20, -3); // trailing zeros are missing
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${milliseconds.padEnd(3, '0')}Z`;
}

const UTC_LENGTH = '2026-03-01 09:30:00.123+00'.length;
const fromPostgres = types.getTypeParser(TIMESTAMPTZ) as (text: string) => unknown;
