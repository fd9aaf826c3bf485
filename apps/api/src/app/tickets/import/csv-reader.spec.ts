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
      { line: 2, fields: { title: 'a "b"', description: 'c\nd' } },
      { line: 5, errors: [{ pointer: '', detail: textContaining('quotation mark') }] },
      { line: 6, fields: { title: '', description: '' } },
      { line: 7, fields: { title: 'last', description: 'row' } },
    ]);
  });

  it('trims the names of columns', () => {
    expect(read(' title , description\na, b\n')).toEqual([{ line: 2, fields: { title: 'a', description: ' b' } }]);
  });

  it('accepts any name for an unknown column', () => {
    const [row] = read('title,description,__proto__,,\na,b,c,d,e\n');

    expect(row).toMatchObject({ fields: { title: 'a', description: 'b' } });
    expect(Object.getPrototypeOf(row && 'fields' in row ? row.fields : undefined)).toBe(Object.prototype);
  });

  it('rejects a file without a header row', () => {
    expect(() => read('')).toThrow('must start with a header row');
  });
});
