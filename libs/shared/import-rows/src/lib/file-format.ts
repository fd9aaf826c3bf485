import { BYTES, nextSign } from '#import-rows/bytes';
import type { CsvDialect } from '#import-rows/csv/csv-dialect';
import type { RowFormat } from '#import-rows/file-row';
import { looksLikeJson } from '#import-rows/json-format';
import { prefixLength } from '#import-rows/json-prefix';
import { findSeparator } from '#import-rows/separator';

/** Format of a file, and position of its rows. */
export interface FoundFormat {
  readonly format: RowFormat;
  /** The separator of CSV values. */
  readonly separator?: string;
  /** Number of bytes before the rows: a line `sep=`, the title lines of a report, or a prefix of JSON. */
  readonly skipped: number;
  /** The line of the first row; the first line of the file is 1. */
  readonly line: number;
  /** The line of the header row of CSV, if lines other than `sep=` precede it. */
  readonly headerLine?: number;
  /** Quoting rules of CSV, if a line `sep=` declares them. */
  readonly dialect?: CsvDialect;
}

/** Maximum number of bytes examined to find the format. */
const HEAD_MAX_BYTES = 65_536;

/**
 * Detects the format of a file by its first bytes. The hint, from a media type or a file name, decides ambiguous content. Returns undefined
 * if more bytes are needed. Further bytes never change a result.
 * @param isEnd whether no bytes follow
 * @param title the name of the column with the titles, if the caller knows it
 */
export function findFormat(
  bytes: Uint8Array,
  isEnd: boolean,
  hint?: RowFormat,
  title?: string,
): FoundFormat | undefined {
  const head = bytes.subarray(0, HEAD_MAX_BYTES);
  const isComplete = isEnd || bytes.length >= HEAD_MAX_BYTES;
  const skipped = prefixLength(head, isComplete);
  if (skipped === undefined) return undefined;
  const start = nextSign(head, skipped);
  if (start === -1 && !isComplete) return undefined;
  if (head[start] === BYTES.recordSeparator) return { format: 'json', skipped: 0, line: 1 };
  const json = start === -1 ? (skipped ? 'json' : (hint ?? 'csv')) : looksLikeJson(head, start, isComplete, hint);
  if (json === undefined) return undefined;
  return json === 'csv' ? findSeparator(head, isComplete, title) : { format: json, skipped, line: 1 };
}
