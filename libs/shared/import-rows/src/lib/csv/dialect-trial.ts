import { type CsvDialect, ORDINARY } from '#import-rows/csv/csv-dialect';
import { countQuoted, readCsvValues } from '#import-rows/csv-values';
import { RowSplitter } from '#import-rows/row-splitter';

/** A sign of another dialect: an apostrophe at the start of a value, a quote after a backslash, or one after blanks. */
export type DialectSign = 'apostrophe' | 'escape' | 'padding';

/** Known properties of the file. */
interface TrialOptions {
  readonly separator: string;
  /** The number of columns, if the header row is known. */
  readonly columns: number | undefined;
  readonly sign: DialectSign;
  /** Whether the sample is the end of the file. */
  readonly isEnd: boolean;
}

/** Result of reading a sample in a dialect. */
interface Trial {
  readonly rows: number;
  /** Rows that are malformed, or have another number of values than the file has columns. */
  readonly misfits: number;
  /** Number of quoted values. */
  readonly quotedValues: number;
  /** Quoted values per value that is text. */
  readonly quoted: number;
  /** Rows with at least two quoted values. */
  readonly quotedRows: number;
}

/** Values that no dialect needs to quote: numbers, dates, NULL and booleans. */
const NO_TEXT = /^(?:[\d\s.,:+-]*|null|\\n|true|false)$/i;

/**
 * Chooses the dialect of a file by a sample of its rows. Without evidence of another dialect, the current one stays; a file with
 * apostrophes is then RFC 4180.
 */
export function judge(current: CsvDialect, sample: Uint8Array, options: TrialOptions): CsvDialect {
  const now = tryOn(sample, current, options);
  if (options.sign === 'escape') {
    const escaped = { ...current, isEscaped: true };
    return tryOn(sample, escaped, options).misfits < now.misfits ? escaped : current;
  }
  const isQuote = options.sign === 'apostrophe';
  const trials = (isQuote ? APOSTROPHES : paddedForms(current)).map((dialect) => ({
    dialect,
    ...tryOn(sample, dialect, options),
  }));
  const evident = trials.filter((trial) => (isQuote ? isEvident(trial, now) : isPaddingEvident(trial, now)));
  evident.sort((one, other) => one.misfits - other.misfits || other.quotedValues - one.quotedValues);
  return evident[0]?.dialect ?? (isQuote ? ORDINARY : current);
}

const APOSTROPHES: readonly CsvDialect[] = [
  { quote: "'", isEscaped: false },
  { quote: "'", isEscaped: true },
  { quote: "'", isEscaped: false, isPadded: true },
  { quote: "'", isEscaped: true, isPadded: true },
];

function paddedForms({ quote, isEscaped }: CsvDialect): readonly CsvDialect[] {
  return (isEscaped ? [true] : [false, true]).map((one) => ({ quote, isEscaped: one, isPadded: true }));
}

/** Padding is evident if at least one whole value is quoted and the rows fit at least as well as without padding. */
function isPaddingEvident({ misfits, quotedValues }: Trial, now: Trial): boolean {
  return quotedValues > 0 && misfits <= now.misfits;
}

/**
 * Apostrophes are quotes if the rows fit at least as well as without, at most a tenth of them misfit, 80 % of the texts are quoted, and
 * half of the rows have two quoted values.
 */
function isEvident({ rows, misfits, quoted, quotedRows }: Trial, now: Trial): boolean {
  return rows > 0 && misfits <= now.misfits && misfits * 10 <= rows && quoted >= 0.8 && quotedRows * 2 >= rows;
}

function tryOn(sample: Uint8Array, dialect: CsvDialect, { separator, columns, isEnd }: TrialOptions): Trial {
  const splitter = new RowSplitter({ separator: separator.charCodeAt(0), dialect });
  const rows = [...splitter.push(sample), ...splitter.end(!isEnd)];
  const texts = rows.map(({ bytes }) => new TextDecoder().decode(bytes));
  const tables = texts.map((text) => readCsvValues(text, separator, dialect));
  const expected = columns ?? tables.find((values) => typeof values !== 'string')?.length;
  const isMisfit = (values: (typeof tables)[number], at: number) =>
    typeof values === 'string' || values.length !== expected || rows[at]?.error !== undefined;
  const quoted = texts.map((text) => countQuoted(text, separator, dialect));
  const quotedValues = quoted.reduce((sum, count) => sum + count, 0);
  const all = tables.flat().filter((value) => !NO_TEXT.test(value)).length;
  return {
    rows: rows.length,
    misfits: tables.filter(isMisfit).length,
    quotedValues,
    quoted: quotedValues / Math.max(all, 1),
    quotedRows: quoted.filter((count) => count >= 2).length,
  };
}
