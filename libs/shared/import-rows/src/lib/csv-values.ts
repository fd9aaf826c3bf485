import { type CsvDialect, ORDINARY, unquoted } from '#import-rows/csv/csv-dialect';

/** Reason why the values of a CSV row cannot be read. */
export type CsvError = 'quote_not_doubled' | 'quote_not_closed';

/**
 * Splits a CSV row into values by the rules of {@link RowSplitter}: a quote opens a value at its start, and is part of the value elsewhere.
 * Blanks may follow a closing quote. If the dialect skips blanks, they may also precede an opening quote, and a quote opens a value only if
 * the whole value is in quotes.
 */
export function readCsvValues(row: string, separator: string, dialect: CsvDialect = ORDINARY): string[] | CsvError {
  const values: string[] = [];
  for (let start = 0; ;) {
    const open = dialect.isPadded ? afterBlanks(row, start, separator) : start;
    const close = row[open] === dialect.quote ? closingQuote(row, open + 1, dialect) : undefined;
    const next = close === undefined || close === -1 ? -1 : afterBlanks(row, close + 1, separator);
    const isWhole = next !== -1 && (next === row.length || row[next] === separator);
    if (close === undefined || (open > start && !isWhole)) {
      const end = row.indexOf(separator, start);
      values.push(end === -1 ? row.slice(start) : row.slice(start, end));
      if (end === -1) return values;
      start = end + 1;
      continue;
    }
    if (!isWhole) return close === -1 ? 'quote_not_closed' : 'quote_not_doubled';
    values.push(unquoted(row.slice(open + 1, close), dialect));
    if (next === row.length) return values;
    start = next + 1;
  }
}

/** Number of quoted values of a row. */
export function countQuoted(row: string, separator: string, dialect: CsvDialect): number {
  let count = 0;
  for (let start = 0; start < row.length;) {
    const open = dialect.isPadded ? afterBlanks(row, start, separator) : start;
    const close = row[open] === dialect.quote ? closingQuote(row, open + 1, dialect) : start;
    const next = close > start ? afterBlanks(row, close + 1, separator) : start;
    const isWhole = open === start || next === row.length || row[next] === separator;
    if (close > start && isWhole) count++;
    const end = close === -1 ? -1 : row.indexOf(separator, isWhole ? close : start);
    if (end === -1) return count;
    start = end + 1;
  }
  return count;
}

/** Position after the blanks at `position`. */
function afterBlanks(row: string, position: number, separator: string): number {
  let at = position;
  while (row[at] === ' ' || (row[at] === '\t' && separator !== '\t')) at++;
  return at;
}

/** Position of the quote that closes a value; -1 if there is none. */
function closingQuote(row: string, from: number, { quote, isEscaped }: CsvDialect): number {
  let at = row.indexOf(quote, from);
  while (at !== -1) {
    const isInside = isEscaped && isAfterBackslash(row, at, from);
    if (!isInside && row[at + 1] !== quote) return at;
    at = row.indexOf(quote, at + (isInside ? 1 : 2));
  }
  return -1;
}

/** Whether an odd number of backslashes precedes a position: a pair is one literal backslash. */
function isAfterBackslash(row: string, position: number, from: number): boolean {
  let start = position;
  while (start > from && row[start - 1] === '\\') start--;
  return (position - start) % 2 === 1;
}
