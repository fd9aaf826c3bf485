const QUOTE = '"';

/** Why the values of a CSV row cannot be read. */
export type CsvError = 'quote_not_doubled' | 'quote_not_closed';

/**
 * The values of a CSV row by the rules of {@link RowSplitter}: a quote opens a value at its start, and is part of the value
 * elsewhere. Spaces may follow a closing quote.
 */
export function readCsvValues(row: string, separator: string): string[] | CsvError {
  const values: string[] = [];
  for (let start = 0; ;) {
    if (row[start] !== QUOTE) {
      const end = row.indexOf(separator, start);
      values.push(end === -1 ? row.slice(start) : row.slice(start, end));
      if (end === -1) return values;
      start = end + 1;
      continue;
    }
    const close = closingQuote(row, start + 1);
    if (close === -1) return 'quote_not_closed';
    values.push(row.slice(start + 1, close).replaceAll('""', QUOTE));
    let end = close + 1;
    while (row[end] === ' ') end++;
    if (end === row.length) return values;
    if (row[end] !== separator) return 'quote_not_doubled';
    start = end + 1;
  }
}

/** The position of the quote that closes a value; -1 if there is none. */
function closingQuote(row: string, from: number): number {
  let quote = row.indexOf(QUOTE, from);
  while (quote !== -1 && row[quote + 1] === QUOTE) quote = row.indexOf(QUOTE, quote + 2);
  return quote;
}
