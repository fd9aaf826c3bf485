import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Part, fileParts, rowAt } from './file-parts.mts';
import { readPart } from './part-bytes.mts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'docket-parts-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, 'file');

async function partsOf(format: 'ndjson' | 'csv' | 'json', text: string, fromLine?: number): Promise<Part[]> {
  writeFileSync(file(), text);
  const parts: Part[] = [];
  for await (const part of fileParts(file(), format, { fromLine })) parts.push(part);
  return parts;
}

describe('fileParts', () => {
  it('puts at most 1,000 rows into a part, so that the response lists every error', async () => {
    const parts = await partsOf('ndjson', '{}\n'.repeat(2500));

    expect(parts.map(({ rows, start, end }) => [rows.length, start, end])).toEqual([
      [1000, 0, 3000],
      [1000, 3000, 6000],
      [500, 6000, 7500],
    ]);
  });

  it('puts about a megabyte into a part, and a longer row into a part of its own', async () => {
    const parts = await partsOf('ndjson', `${'x'.repeat(3_000_000)}\n${`${'y'.repeat(299_999)}\n`.repeat(5)}`);

    expect(parts.map(({ rows }) => rows.length)).toEqual([1, 4, 1]);
  });

  it('keeps an action of the bulk format of Elasticsearch and its record together', async () => {
    const parts = await partsOf('ndjson', '{"delete":{"_id":1}}\n' + '{"index":{"_id":2}}\n{"a":1}\n'.repeat(1000));

    expect(parts.map(({ rows }) => rows.length)).toEqual([1001, 1000]);
  });

  it('repeats the separator and the CSV header before each part, and never splits a row', async () => {
    const parts = await partsOf('csv', '\ufeff"title";\r\n' + '"a\nb";\n'.repeat(1001));

    expect(parts.map(({ header }) => header)).toEqual(Array(2).fill('sep=;\n"title";\n'));
    expect(parts.map(({ rows }) => rows[0]?.line)).toEqual([2, 2002]);
  });

  it('says that blanks stand before quotes, so that each part is read as the file is', async () => {
    const parts = await partsOf('csv', 'id, "title"\n' + '1, "a, b"\n'.repeat(1001));

    expect(parts.map(({ header }) => header)).toEqual(
      Array(2).fill('sep=, quote=" escape=" blanks=skip\nid, "title"\n'),
    );
  });

  it('converts line numbers of a part to line numbers of the file', async () => {
    const [, second] = await partsOf('csv', 'title,\n\n' + '"a\nb",\n'.repeat(1000) + '\nc,\nd,\n');

    expect(second && [3, 4].map((line) => rowAt(second, line)?.line)).toEqual([2004, 2005]);
  });

  it('sends the records of a JSON document as lines, cut off or not', async () => {
    const [part] = await partsOf('json', '{"tickets": [\r\n{"a":\n"ö"}, {"b": 2},\n  {"c": 3}\n]}');

    const chunks: Uint8Array[] = [];
    if (part) for await (const chunk of readPart(file(), part)) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toBe('{"a": "ö"}\n{"b": 2}\n{"c": 3}\n');
    expect(part && [1, 2, 3, 4].map((line) => rowAt(part, line)?.line)).toEqual([2, 3, 4, undefined]);
    await expect(partsOf('json', '[{"a": 1},')).rejects.toThrow('The file is cut off');
  });

  it('skips the lines before the first line to send', async () => {
    const [part] = await partsOf('csv', 'title,\na,\n"b\nc",\nd,\n', 4);

    expect(part?.rows.map(({ line }) => line)).toEqual([5]);
  });

  it('returns one part without rows for an empty file, so that the server reports the error', async () => {
    expect(await partsOf('csv', '')).toMatchObject([{ rows: [], start: 0, end: 0 }]);
  });
});
