import 'reflect-metadata';
import { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { RowFormat } from '@docket/import-rows';
import { FileReading } from './file-reading';
import { readImportMap } from './meaning/import-map';

const OPTIONS = { defaults: {}, titleIsDescription: false, map: readImportMap([]), isCheck: false, isPartial: false };
const ROWS = 40;
const MEGABYTE = 1_000_000;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** V8 keeps the hidden classes of objects, with the names in them, for a few collections. */
function collectGarbage(): void {
  for (let times = 0; times < 5; times++) collect();
}

/** The memory that a reading holds after all rows of a file, in bytes. */
async function heldAfter(format: RowFormat, rows: Iterable<string>): Promise<number> {
  const { signal } = new AbortController();
  const file = new FileReading({ format, content: Readable.from(buffers(rows)), signal }, OPTIONS, signal);
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  for await (const part of file.rows()) expect(part).toBeDefined();
  collectGarbage();
  const held = process.memoryUsage().heapUsed - before;
  expect(file.understood(true)).toBeDefined();
  return held;
}

function* buffers(rows: Iterable<string>): Generator<Buffer> {
  for (const row of rows) yield Buffer.from(`${row}\n`);
}

function* repeat(row: (index: number) => string, head: readonly string[] = []): Generator<string> {
  yield* head;
  for (let index = 0; index < ROWS; index++) yield row(index);
}

/** A text of a megabyte, different for each index. */
const long = (index: number) => `${index}${'x'.repeat(MEGABYTE)}`;

describe('The memory of an import', () => {
  it.each<[string, RowFormat, Iterable<string>]>([
    ['long names', 'ndjson', repeat((index) => JSON.stringify({ [long(index)]: 1 }))],
    ['long words', 'ndjson', repeat((index) => JSON.stringify({ title: 'A', category: long(index) }))],
    [
      'words of long rows',
      'csv',
      repeat((index) => `A,a category of row ${index},${long(index)}`, ['title,category,other']),
    ],
    [
      'words in long spaces',
      'ndjson',
      repeat((index) => JSON.stringify({ title: 'A', category: `a category of row ${index}${' '.repeat(MEGABYTE)}` })),
    ],
  ])('holds none of many %s', async (_name, format, rows) => {
    expect(await heldAfter(format, rows)).toBeLessThan(10 * MEGABYTE);
  });
});
