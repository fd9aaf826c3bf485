import { words } from '@docket/import-rows';

/**
 * Texts that exports write for a missing value, in lower case. Sources: NULL and \N of COPY and SELECT … INTO OUTFILE in PostgreSQL, MySQL
 * and SQL Server; -None- and --None-- of Zoho and Salesforce; NaN of pandas; None of Python; undefined of JavaScript; #N/A of Excel and
 * (blank) of its pivot tables.
 */
const PLACEHOLDERS: ReadonlySet<string> = new Set(
  words(
    String.raw`null, (null), <null>, [null], \n, nil, none, nan, nat, undefined, n/a, #n/a, n.a., na, -, --, ---, –, —, (blank), (empty), (none), -none-, --none--, (no value), (not set), not set`,
  ),
);

/** Zero dates of MySQL and .NET, which stand for a missing time. */
const ZERO_DATE = /^(?:0000-00-00|0001-01-01)(?!\d)/;

/** Whether a text stands for a missing value. */
export function isPlaceholder(text: string): boolean {
  return text.length <= 12 && PLACEHOLDERS.has(text.trim().toLowerCase());
}

/** Whether a text stands for a missing time. */
export function isNoTime(text: string): boolean {
  return isPlaceholder(text) || ZERO_DATE.test(text.trim());
}
