import { createReadStream } from 'node:fs';
import { BYTE_ORDER_MARK, type FileRow, type RowFormat, RowSplitter } from '#import-rows/row-splitter';
import { CliError } from './cli-error.mts';

/** Maximum rows of a part: the maximum errors of one response, so that none is lost. */
const MAX_ROWS = 1000;
const MAX_BYTES = 1_000_000;
const NEWLINE = 0x0a;

/** The position of a row in the file. */
export type RowPosition = Pick<FileRow, 'line' | 'start' | 'end'>;

/** The rows of a file that one request sends. */
export interface Part {
  /** The byte range of the rows in the file: `start` inclusive, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly rows: readonly RowPosition[];
  /** The header row of CSV with its line break, which precedes each part. Empty for NDJSON. */
  readonly header: Uint8Array;
}

/**
 * Splits a file into parts. It keeps only byte positions and reads the text of a part again when it is sent, so memory stays
 * constant. It returns at least one part, so that the server responds to an empty file too.
 * @param fromLine the first line to send; the header is always sent
 */
export async function* fileParts(file: string, format: RowFormat, fromLine = 1): AsyncGenerator<Part> {
  let header: Uint8Array | undefined = format === 'csv' ? undefined : new Uint8Array();
  let rows: RowPosition[] = [];
  let count = 0;
  const splitter = new RowSplitter(format);
  for await (const row of fileRows(file, splitter)) {
    if (!header) {
      header = headerOf(row, splitter.hasByteOrderMark);
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

/** Converts a line number of a part to the line number in the file. */
export function lineInFile({ header, rows }: Part, lineInPart: number): number {
  const headerLines = header.reduce((lines, byte) => (byte === NEWLINE ? lines + 1 : lines), 0);
  return lineInPart - headerLines - 1 + (rows[0]?.line ?? 1);
}

async function* fileRows(file: string, splitter: RowSplitter): AsyncGenerator<FileRow> {
  for await (const piece of createReadStream(file, { highWaterMark: 262_144 })) yield* splitter.push(piece as Buffer);
  yield* splitter.end();
}

/** Includes the file's byte order mark, because a spreadsheet needs it in the rejects file too. */
function headerOf({ bytes }: FileRow, hasByteOrderMark: boolean): Uint8Array {
  if (!bytes) throw new CliError('The header row is too long: is this a CSV file?');
  return Buffer.concat([hasByteOrderMark ? BYTE_ORDER_MARK : new Uint8Array(), bytes, Buffer.of(NEWLINE)]);
}

function toPart(rows: readonly RowPosition[], header: Uint8Array): Part {
  return { start: rows[0]?.start ?? 0, end: rows.at(-1)?.end ?? 0, rows, header };
}
