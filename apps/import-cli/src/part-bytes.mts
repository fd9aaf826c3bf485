import { createReadStream } from 'node:fs';
import { BYTES, isLineBreak } from '#import-rows/bytes';
import type { Part, RowPosition } from './file-parts.mts';

const NEWLINE = Buffer.of(BYTES.lineFeed);

/** Streams the header and the rows of a part, at the speed of the connection. */
export async function* readPart(path: string, part: Part): AsyncGenerator<Uint8Array> {
  if (part.header) yield Buffer.from(part.header);
  yield* readRows(path, part, part.rows);
}

/** Streams consecutive rows of a part. Records of a JSON document become lines of NDJSON. */
export async function* readRows(
  path: string,
  { format }: Part,
  rows: readonly RowPosition[],
): AsyncGenerator<Uint8Array> {
  const [start, end] = [rows[0]?.start ?? 0, rows.at(-1)?.end ?? 0];
  if (end <= start) return;
  const bytes = createReadStream(path, { start, end: end - 1 }) as AsyncIterable<Buffer>;
  yield* format.format === 'json' ? recordLines(bytes, rows) : bytes;
}

/** Writes each record into one line. Replaces its line breaks by spaces: they are outside of strings, where both are white space. */
async function* recordLines(chunks: AsyncIterable<Buffer>, rows: readonly RowPosition[]): AsyncGenerator<Buffer> {
  let position = rows[0]?.start ?? 0;
  let next = 0;
  for await (const chunk of chunks) {
    const lines: Buffer[] = [];
    const chunkEnd = position + chunk.length;
    for (let row = rows[next]; row && row.start < chunkEnd; row = rows[next]) {
      lines.push(inOneLine(chunk.subarray(Math.max(row.start - position, 0), row.end - position)));
      if (row.end > chunkEnd) break;
      lines.push(NEWLINE);
      next++;
    }
    position = chunkEnd;
    yield Buffer.concat(lines);
  }
}

function inOneLine(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte) => (isLineBreak(byte) ? BYTES.space : byte)));
}
