import { createReadStream } from 'node:fs';
import { isBulkAction } from '#import-rows/bulk-action';
import { declaredDialect } from '#import-rows/csv/csv-dialect';
import type { FileRow, RowFormat } from '#import-rows/file-row';
import { type FileFormat, FileSplitter } from '#import-rows/file-splitter';
import { mappedTitle } from '#import-rows/header-row';
import { CliError } from './cli-error.mts';

/** Maximum rows of a part: the maximum number of errors in a response, so that all errors are reported. */
const MAX_ROWS = 1000;
const MAX_BYTES = 1_000_000;

const LINE_BREAK = /\r\n|[\r\n]/g;

/** Position of a row in the text of the file. */
export type RowPosition = Pick<FileRow, 'line' | 'row' | 'start' | 'end'>;

/** The rows of a file for one request. */
export interface Part {
  readonly format: FileFormat;
  /** Byte range of the rows in the text: `start` inclusive, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly rows: readonly RowPosition[];
  /** Text before the rows of each part: for CSV, a line for the separator and the header row; for JSON lists, the list of the columns. */
  readonly header: string;
  /** Number of bytes before the rows in the text. */
  readonly headerEnd: number;
  /** Whether the part reaches the end of the file. False for every part of the maximum size. */
  readonly isLast: boolean;
}

/** Options for reading a file. */
interface PartOptions {
  /** The first line to send; the header is always sent. */
  readonly fromLine?: number;
  /** The user's assignments of columns: the header row may follow other lines. */
  readonly map?: readonly string[];
}

/**
 * Splits a text into parts. Keeps only byte positions, and reads a part again when it is sent, so memory stays constant. Returns at least
 * one part, so that the server also responds to an empty file.
 * @param hint the format by the name of the file
 * @throws CliError if a JSON document is incomplete
 */
export async function* fileParts(
  path: string,
  hint: RowFormat,
  { fromLine = 1, map = [] }: PartOptions = {},
): AsyncGenerator<Part> {
  const splitter = new FileSplitter({ hint, encoding: 'utf-8', title: mappedTitle(map) });
  let header: FileRow | undefined;
  let rows: RowPosition[] = [];
  let count = 0;
  let isCutOff = false;
  const toPart = (isLast: boolean): Part => {
    const format = splitter.format ?? { format: hint, encoding: 'utf-8', isEncodingGuessed: false };
    const [start, end] = [rows[0]?.start ?? 0, rows.at(-1)?.end ?? 0];
    return { format, start, end, rows, header: headerOf(header, format), headerEnd: header?.end ?? 0, isLast };
  };
  for await (const row of fileRows(path, splitter)) {
    if (row.isHeader && row.error !== 'document_not_closed') {
      header = row;
      continue;
    }
    isCutOff = row.error === 'document_not_closed';
    if (row.line < fromLine || row.start === row.end) continue;
    rows.push({ line: row.line, row: row.row, start: row.start, end: row.end });
    if (isBulkAction(row.bytes)) continue; // the next row belongs to it
    if (rows.length < MAX_ROWS && row.end - (rows[0]?.start ?? 0) < MAX_BYTES) continue;
    yield toPart(false);
    rows = [];
    count++;
  }
  if (rows.length || !count) yield toPart(true);
  if (isCutOff) throw new CutOffError('The file is cut off: its JSON does not end. What is complete was sent.');
}

/** The file ends too early. All of its rows were sent. */
export class CutOffError extends CliError {}

/** The row at a line of a part. In a part of a JSON document, each line is a row. */
export function rowAt({ format, header, rows }: Part, lineInPart: number): RowPosition | undefined {
  const index = lineInPart - countLines(header) - 1;
  if (format.format === 'json') return rows[index];
  const line = index + (rows[0]?.line ?? 1);
  return rows.find((row) => row.line === line);
}

function countLines(text: string): number {
  return text.match(LINE_BREAK)?.length ?? 0;
}

async function* fileRows(path: string, splitter: FileSplitter): AsyncGenerator<FileRow> {
  for await (const piece of createReadStream(path, { highWaterMark: 262_144 })) yield* splitter.push(piece as Buffer);
  yield* splitter.end();
}

/**
 * Header of the parts. Names the separator, so that the server does not detect a different one in a part. A list of columns of a JSON
 * document becomes one line.
 */
function headerOf(row: FileRow | undefined, { format, separator, dialect }: FileFormat): string {
  if (!row) return '';
  if (!row.bytes) throw new CliError('The header row is too long: is this a CSV file?');
  const text = new TextDecoder().decode(row.bytes);
  return format === 'csv'
    ? `sep=${separator}${dialect ? declaredDialect(dialect) : ''}\n${text}\n`
    : `${text.replaceAll(LINE_BREAK, ' ')}\n`;
}
