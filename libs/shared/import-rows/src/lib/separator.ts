import { BYTES, nextLineBreak } from '#import-rows/bytes';
import { readCsvValues } from '#import-rows/csv-values';
import { RowSplitter } from '#import-rows/row-splitter';

/** What may separate values, the most usual first. */
export const SEPARATORS = [',', ';', '\t', '|'] as const;

/** Rows after the header row that are compared if it has several separators. */
const COMPARED_ROWS = 10;

/** The first line by which spreadsheets name the separator: `sep=;` */
const DECLARATION = /^"?sep=(?:([^\w\s"])"?\1*|(\t)"?)[ \t]*$/i;
const DECLARATION_MAX_BYTES = 1000;

/** The separator of CSV, with the length of the line that declares it. */
export interface FoundSeparator {
  readonly format: 'csv';
  readonly separator: string;
  readonly skipped: number;
}

/**
 * Finds the separator of CSV: the declared one, else the only one in the header row, else the one that gives most rows as many values
 * as the header row. Returns undefined if more bytes are needed.
 */
export function findSeparator(head: Uint8Array, isComplete: boolean): FoundSeparator | undefined {
  const declared = declaredSeparator(head, isComplete);
  if (declared !== 'none') return declared;
  const splits = SEPARATORS.map((separator) => ({ separator, rows: rowsOf(head, separator, isComplete) }));
  if (!isComplete && splits.some(({ rows }) => rows.length === 0)) return undefined;
  const possible = splits
    .map(({ separator, rows }) => ({ separator, counts: rows.map((row) => countValues(row, separator)) }))
    .filter(({ counts: [columns = 0] }) => columns > 1);
  if (possible.length > 1 && !isComplete && possible.some(({ counts }) => counts.length <= COMPARED_ROWS))
    return undefined;
  possible.sort((one, other) => fit(other.counts) - fit(one.counts) || (other.counts[0] ?? 0) - (one.counts[0] ?? 0));
  return { format: 'csv', separator: possible[0]?.separator ?? SEPARATORS[0], skipped: 0 };
}

function declaredSeparator(head: Uint8Array, isComplete: boolean): FoundSeparator | 'none' | undefined {
  const lineEnd = nextLineBreak(head, 0);
  const isPair = head[lineEnd] === BYTES.carriageReturn;
  if (!isComplete && (lineEnd === -1 || (isPair && lineEnd === head.length - 1))) return undefined;
  const line = head.subarray(0, Math.min(lineEnd === -1 ? head.length : lineEnd, DECLARATION_MAX_BYTES));
  const declaration = DECLARATION.exec(new TextDecoder().decode(line));
  const separator = declaration?.[1] ?? declaration?.[2];
  if (separator === undefined || separator.charCodeAt(0) >= 0x80) return 'none';
  const skipped = lineEnd === -1 ? head.length : lineEnd + (isPair && head[lineEnd + 1] === BYTES.lineFeed ? 2 : 1);
  return { format: 'csv', separator, skipped };
}

function rowsOf(head: Uint8Array, separator: string, isComplete: boolean): Uint8Array[] {
  const splitter = new RowSplitter({ separator: separator.charCodeAt(0) });
  const rows = [...splitter.push(head), ...(isComplete ? splitter.end() : [])];
  return rows.slice(0, COMPARED_ROWS + 1).flatMap(({ bytes }) => bytes ?? []);
}

/** The number of values of a row; 0 if it is malformed. */
function countValues(row: Uint8Array, separator: string): number {
  const values = readCsvValues(new TextDecoder().decode(row), separator);
  return typeof values === 'string' ? 0 : values.length;
}

/** The share of rows that have as many values as the header row. */
function fit([columns, ...rows]: readonly number[]): number {
  return rows.length ? rows.filter((count) => count === columns).length / rows.length : 0;
}
