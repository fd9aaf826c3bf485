import { BYTES, nextLineBreak } from '#import-rows/bytes';
import type { CsvDialect } from '#import-rows/csv/csv-dialect';
import { readCsvValues } from '#import-rows/csv-values';
import type { FileRow } from '#import-rows/file-row';
import { MAX_LEADING_ROWS, findHeader } from '#import-rows/header-row';
import { RowSplitter } from '#import-rows/row-splitter';

/** Supported separators, the most usual first. Databases write the control characters: Hive 0x01, others the unit separator. */
export const SEPARATORS = [',', ';', '\t', '|', '^', '~', '\x1f', '\x01'] as const;

/** Number of rows compared after the header row, if it has several separators. */
const COMPARED_ROWS = 10;

/** Declaration of the separator in the first line, as in spreadsheets: `sep=;`. The import command appends the quoting rules. */
const DECLARATION = /^"?sep=(?:([^\w\s"])"?\1*|(\t)"?)(?: quote=(["']) escape=(["'\\])( blanks=skip)?)?[ \t]*$/i;
const DECLARATION_MAX_BYTES = 1000;

/** The separator of CSV, and the position of the header row. */
export interface FoundSeparator {
  readonly format: 'csv';
  readonly separator: string;
  /** Number of bytes before the header row. */
  readonly skipped: number;
  /** The line of the first row that is not skipped; the first line of the file is 1. */
  readonly line: number;
  /** The line of the header row, if lines other than `sep=` precede it. */
  readonly headerLine?: number;
  /** Quoting rules, if the declaration has them. */
  readonly dialect?: CsvDialect;
}

/** The first rows of a file, split with one separator, from the header row on. */
interface Split {
  readonly separator: string;
  readonly header: FileRow | undefined;
  /** Number of rows before the header row. */
  readonly position: number;
  /** Whether no later row can be the header row. */
  readonly isSure: boolean;
  /** Confidence that the header row names columns of tickets. The first row of a file is a more likely header than a later one. */
  readonly rank: number;
  /** Number of values of the header row and of the rows after it; 0 for a malformed row. */
  readonly counts: readonly number[];
}

/**
 * Finds the separator and the header row of CSV. The separator is the declared one, else the one with which a row names a column for the
 * title, else the only one in the header row, else the one with which most rows have as many values as the header row. Returns undefined if
 * more bytes are needed.
 * @param title the name of the column with the titles, if the caller knows it
 */
export function findSeparator(head: Uint8Array, isComplete: boolean, title?: string): FoundSeparator | undefined {
  const declared = declaredSeparator(head, isComplete);
  if (!declared) return undefined;
  const { skipped, separator: only, dialect } = declared;
  const quoting = dialect && { dialect };
  const line = skipped ? 2 : 1;
  const splits = (only === undefined ? SEPARATORS : [only]).map((separator) =>
    splitBy(separator, head.subarray(skipped), { isComplete, line, offset: skipped, title, dialect }),
  );
  if (!isComplete && splits.some(({ header }) => !header)) return undefined;
  if (!isComplete && !splits.some(({ isSure }) => isSure)) return undefined;
  const possible = splits.filter(({ counts: [columns = 0] }) => columns > 1);
  if (possible.length > 1 && !isComplete && possible.some(({ counts }) => counts.length <= COMPARED_ROWS))
    return undefined;
  possible.sort(
    (one, other) =>
      other.rank - one.rank || fit(other.counts) - fit(one.counts) || (other.counts[0] ?? 0) - (one.counts[0] ?? 0),
  );
  const { separator = SEPARATORS[0], position = 0, header } = possible[0] ?? splits[0] ?? {};
  if (!header || position === 0) return { format: 'csv', separator, skipped, line, ...quoting };
  return { format: 'csv', separator, skipped: header.start, line: header.line, headerLine: header.line, ...quoting };
}

function declaredSeparator(
  head: Uint8Array,
  isComplete: boolean,
): (Pick<FoundSeparator, 'skipped' | 'dialect'> & { readonly separator?: string }) | undefined {
  const lineEnd = nextLineBreak(head, 0);
  const isPair = head[lineEnd] === BYTES.carriageReturn;
  if (!isComplete && (lineEnd === -1 || (isPair && lineEnd === head.length - 1))) return undefined;
  const line = head.subarray(0, Math.min(lineEnd === -1 ? head.length : lineEnd, DECLARATION_MAX_BYTES));
  const declaration = DECLARATION.exec(new TextDecoder().decode(line));
  const separator = declaration?.[1] ?? declaration?.[2];
  if (separator === undefined || separator.charCodeAt(0) >= 0x80) return { skipped: 0 };
  const skipped = lineEnd === -1 ? head.length : lineEnd + (isPair && head[lineEnd + 1] === BYTES.lineFeed ? 2 : 1);
  const quote = declaration?.[3];
  return {
    separator,
    skipped,
    ...(quote && {
      dialect: {
        quote: quote === "'" ? quote : '"',
        isEscaped: declaration?.[4] === '\\',
        ...(declaration?.[5] && { isPadded: true }),
      },
    }),
  };
}

interface SplitOptions {
  readonly isComplete: boolean;
  readonly line: number;
  readonly offset: number;
  readonly title: string | undefined;
  readonly dialect: CsvDialect | undefined;
}

function splitBy(separator: string, head: Uint8Array, options: SplitOptions): Split {
  const { isComplete, title, dialect, ...place } = options;
  const splitter = new RowSplitter({ separator: separator.charCodeAt(0), dialect, ...place });
  const rows = [...splitter.push(head), ...(isComplete ? splitter.end() : [])].slice(
    0,
    MAX_LEADING_ROWS + 1 + COMPARED_ROWS,
  );
  const values = rows.map(({ bytes }) => (bytes ? valuesOf(bytes, separator, dialect) : []));
  const { position, likeness } = findHeader(values, title);
  return {
    separator,
    header: rows[position],
    position,
    isSure: rows.length > MAX_LEADING_ROWS || (likeness === 2 && position === 0),
    rank: 2 * likeness + (position === 0 ? 1 : 0),
    counts: values.slice(position, position + 1 + COMPARED_ROWS).map(({ length }) => length),
  };
}

/** Splits a row into values; empty if it is malformed. */
function valuesOf(row: Uint8Array, separator: string, dialect: CsvDialect | undefined): readonly string[] {
  const values = readCsvValues(new TextDecoder().decode(row), separator, dialect);
  return typeof values === 'string' ? [] : values;
}

/** Share of rows with as many values as the header row. */
function fit([columns, ...rows]: readonly number[]): number {
  return rows.length ? rows.filter((count) => count === columns).length / rows.length : 0;
}
