import { RowSplitter } from '@docket/import-rows';
import { textContaining } from '../../../testing/matchers';
import { CsvReader } from './csv-reader';

/** Reads a text in batches of rows. */
function read(text: string, batchSize = Infinity) {
  const splitter = new RowSplitter('csv');
  const rows = [...splitter.push(Buffer.from(text)), ...splitter.end()];
  const reader = new CsvReader();
  const read = [];
  for (let at = 0; at < rows.length; at += batchSize) read.push(...reader.read(rows.slice(at, at + batchSize)));
  reader.end();
  return read;
}

describe('CsvReader', () => {
  it.each([1, 2, Infinity])('reads batches of %p rows, each row with its line and values', (batchSize) => {
    const text = 'title,description\n"a ""b""","c\nd"\n\nwrong "quote",x\n,\nlast,row';

    expect(read(text, batchSize)).toEqual([
      { line: 2, values: ['a "b"', 'c\nd'] },
      { line: 5, errors: [{ pointer: '', detail: textContaining('quotation mark') }] },
      { line: 6, values: ['', ''] },
      { line: 7, values: ['last', 'row'] },
    ]);
  });

  it('trims the names of columns, and accepts any', () => {
    const reader = new CsvReader();
    const rows = new RowSplitter('csv').push(Buffer.from(' title , title,__proto__,,\n'));

    expect(reader.read([...rows])).toEqual([]);
    expect(reader.columns).toEqual(['title', 'title', '__proto__', '', '']);
  });

  it('rejects a file without a header row', () => {
    expect(() => read('')).toThrow('must start with a header row');
  });
});
