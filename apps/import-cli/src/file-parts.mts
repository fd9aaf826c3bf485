import { createReadStream } from 'node:fs';
import { BYTE_ORDER_MARK, type FileRow, type RowFormat, RowSplitter } from '#import-rows/row-splitter';
import { CliError } from './cli-error.mts';

/** As many as the errors that one answer lists, so that none is lost. */
const MAX_ROWS = 1000;
const MAX_BYTES = 1_000_000;
const NEWLINE = 0x0a;

/** Where a row stands in the file. */
export type RowPlace = Pick<FileRow, 'line' | 'start' | 'end'>;

/** Some rows of a file, to be sent in one request. */
export interface Part {
  /** The bytes of the file to send, after the header: from `start` until before `end`. */
  readonly start: number;
  readonly end: number;
  readonly rows: readonly RowPlace[];
  /** What CSV repeats before each part: the header row with its line break. Empty for NDJSON. */
  readonly header: Uint8Array;
}

/**
 * Cuts a file into parts. Where the cuts are is known without reading a row's values, and a part's text is read again when it is
 * sent: memory stays flat, whatever is in the file. There is one part at least, so that an empty file has its answer too.
 * @param fromLine the first line to take; the header is always taken
 */
export async function* fileParts(file: string, format: RowFormat, fromLine = 1): AsyncGenerator<Part> {
  let header: Uint8Array | undefined = format === 'csv' ? undefined : new Uint8Array();
  let rows: RowPlace[] = [];
  let count = 0;
  const splitter = new RowSplitter(format);
  for await (const row of fileRows(file, splitter)) {
    if (!header) {
      header = headerOf(row, splitter.hasMark);
      continue;
    }
    if (row.line < fromLine) continue;
    rows.push({ line: row.line, start: row.start, end: row.end });
    if (rows.length < MAX_ROWS && row.end - (rows[0]?.start ?? 0) < MAX_BYTES) continue;
    yield toPart(rows, header);
    rows = [];
    count++;
  }
  if (rows.length || !count) yield toPart(rows, header ?? new Uint8Array());
}

/** The line of the file that a line of the request for a part is. */
export function lineInFile({ header, rows }: Part, lineSent: number): number {
  const headerLines = header.reduce((lines, byte) => (byte === NEWLINE ? lines + 1 : lines), 0);
  return lineSent - headerLines - 1 + (rows[0]?.line ?? 1);
}

async function* fileRows(file: string, splitter: RowSplitter): AsyncGenerator<FileRow> {
  for await (const piece of createReadStream(file, { highWaterMark: 262_144 })) yield* splitter.push(piece as Buffer);
  yield* splitter.end();
}

/** With the byte order mark that the file has, since whoever mends the rejects with a spreadsheet needs it there too. */
function headerOf({ bytes }: FileRow, hasMark: boolean): Uint8Array {
  if (!bytes) throw new CliError('The header row is too long: is this a CSV file?');
  return Buffer.concat([hasMark ? BYTE_ORDER_MARK : new Uint8Array(), bytes, Buffer.of(NEWLINE)]);
}

function toPart(rows: readonly RowPlace[], header: Uint8Array): Part {
  return { start: rows[0]?.start ?? 0, end: rows.at(-1)?.end ?? 0, rows, header };
}
