import { createReadStream } from 'node:fs';
import type { FileRow, RowFormat } from '#import-rows/file-row';
import { type FileFormat, FileSplitter } from '#import-rows/file-splitter';
import { CliError } from './cli-error.mts';

/** Maximum rows of a part: the maximum errors of one response, so that none is lost. */
const MAX_ROWS = 1000;
const MAX_BYTES = 1_000_000;

const LINE_BREAK = /\r\n|[\r\n]/g;

/** The position of a row in the text of the file. */
export type RowPosition = Pick<FileRow, 'line' | 'start' | 'end'>;

/** The rows of a file that one request sends. */
export interface Part {
  readonly format: FileFormat;
  /** The byte range of the rows in the text: `start` inclusive, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly rows: readonly RowPosition[];
  /** What precedes each part of CSV: the separator and the header row, in a line each. Empty for JSON. */
  readonly header: string;
  /** Length of the start of the text that precedes the rows of CSV, in bytes. */
  readonly headerEnd: number;
}

/**
 * Splits a text into parts. It keeps only byte positions and reads the text of a part again when it is sent, so memory stays
 * constant. It returns at least one part, so that the server responds to an empty file too.
 * @param hint the format that the name of the file stands for
 * @param fromLine the first line to send; the header is always sent
 * @throws CliError if a JSON document does not end
 */
export async function* fileParts(path: string, hint: RowFormat, fromLine = 1): AsyncGenerator<Part> {
  const splitter = new FileSplitter({ hint, encoding: 'utf-8', detect: () => [] });
  let header: FileRow | undefined;
  let rows: RowPosition[] = [];
  let count = 0;
  let isCutOff = false;
  const toPart = (): Part => {
    const format = splitter.format ?? { format: hint, encoding: 'utf-8', isEncodingGuessed: false };
    const [start, end] = [rows[0]?.start ?? 0, rows.at(-1)?.end ?? 0];
    return { format, start, end, rows, header: headerOf(header, format), headerEnd: header?.end ?? 0 };
  };
  for await (const row of fileRows(path, splitter)) {
    if (splitter.format?.format === 'csv' && !header) {
      header = row;
      continue;
    }
    isCutOff = row.error === 'document_not_closed';
    if (row.line < fromLine || row.start === row.end) continue;
    rows.push({ line: row.line, start: row.start, end: row.end });
    if (rows.length < MAX_ROWS && row.end - (rows[0]?.start ?? 0) < MAX_BYTES) continue;
    yield toPart();
    rows = [];
    count++;
  }
  if (rows.length || !count) yield toPart();
  if (isCutOff) throw new CutOffError('The file is cut off: its JSON does not end. What is complete was sent.');
}

/** The file ends too early, and all of its rows were sent. */
export class CutOffError extends CliError {}

/** The row at a line of a part. A part of a JSON document has a row in each line. */
export function rowAt({ format, header, rows }: Part, lineInPart: number): RowPosition | undefined {
  if (format.format === 'json') return rows[lineInPart - 1];
  const line = lineInPart - countLines(header) - 1 + (rows[0]?.line ?? 1);
  return rows.find((row) => row.line === line);
}

function countLines(text: string): number {
  return text.match(LINE_BREAK)?.length ?? 0;
}

async function* fileRows(path: string, splitter: FileSplitter): AsyncGenerator<FileRow> {
  for await (const piece of createReadStream(path, { highWaterMark: 262_144 })) yield* splitter.push(piece as Buffer);
  yield* splitter.end();
}

/** Names the separator, so that the server does not find another one in a part. */
function headerOf(row: FileRow | undefined, { separator }: FileFormat): string {
  if (!row) return '';
  if (!row.bytes) throw new CliError('The header row is too long: is this a CSV file?');
  return `sep=${separator}\n${new TextDecoder().decode(row.bytes)}\n`;
}
