import { RowSplitter } from '@docket/import-rows';
import { textContaining } from '../../../testing/matchers';
import { CsvReader } from './csv-reader';

/** Reads a text whose rows come so many at a time. */
function read(text: string, rowsAtOnce = Infinity) {
  const splitter = new RowSplitter('csv');
  const rows = [...splitter.push(Buffer.from(text)), ...splitter.end()];
  const reader = new CsvReader();
  const read = [];
  for (let at = 0; at < rows.length; at += rowsAtOnce) read.push(...reader.read(rows.slice(at, at + rowsAtOnce)));
  reader.end();
  return read;
}

describe('CsvReader', () => {
  it.each([1, 2, Infinity])('reads %p rows at a time, each with its own line and values', (rowsAtOnce) => {
    const text = 'title,description\n"a ""b""","c\nd"\n\nwrong "quote",x\n,\nlast,row';

    expect(read(text, rowsAtOnce)).toEqual([
      { line: 2, fields: { title: 'a "b"', description: 'c\nd' } },
      { line: 5, errors: [{ pointer: '', detail: textContaining('quotation mark') }] },
      { line: 6, fields: { title: '', description: '' } },
      { line: 7, fields: { title: 'last', description: 'row' } },
    ]);
  });

  it('takes the names of columns without the spaces around them', () => {
    expect(read(' title , description\na, b\n')).toEqual([{ line: 2, fields: { title: 'a', description: ' b' } }]);
  });

  it('takes any name for a column that means nothing', () => {
    const [row] = read('title,description,__proto__,,\na,b,c,d,e\n');

    expect(row).toMatchObject({ fields: { title: 'a', description: 'b' } });
    expect(Object.getPrototypeOf(row && 'fields' in row ? row.fields : undefined)).toBe(Object.prototype);
  });

  it('refuses a file without a header row', () => {
    expect(() => read('')).toThrow('must start with a header row');
  });
});
