import { FileSplitter } from '@docket/import-rows';
import { textContaining } from '../../../testing/matchers';
import { CsvReader } from './csv-reader';

const rowsOf = (text: string) => {
  const splitter = new FileSplitter({ hint: 'csv' });
  return [...splitter.push(Buffer.from(text)), ...splitter.end()];
};

function read(text: string) {
  const reader = new CsvReader(',');
  const read = rowsOf(text).flatMap((row) => reader.read(row) ?? []);
  reader.end();
  return read;
}

describe('CsvReader', () => {
  it('reads rows with their line and values, without the empty ones', () => {
    const text = 'title,description\n"a ""b""","c\nd"\n\n"wrong "quote"",x\n,\n"",""\nlast,row';

    expect(read(text)).toEqual([
      { line: 2, values: ['a "b"', 'c\nd'] },
      { line: 5, errors: [{ pointer: '', detail: textContaining('quotation mark') }] },
      { line: 8, values: ['last', 'row'] },
    ]);
  });

  it('accepts missing and empty surplus values, and rejects other surplus values', () => {
    expect(read('a,b,c\n1\n1,2,3,,"", \n1,2,3,,5\n')).toEqual([
      { line: 2, values: ['1'] },
      { line: 3, values: ['1', '2', '3', '', '', ' '] },
      { line: 4, errors: [{ pointer: '', detail: 'must have at most 3 values like the header row, and has 5' }] },
    ]);
  });

  it.each(['-----,---,--', ':---, :---: ,---:', '----+----,,', '---'])(
    'skips the line %j below the header row',
    (rule) => {
      expect(read(`a,b,c\n${rule}\n1,2,3\n`)).toEqual([{ line: 3, values: ['1', '2', '3'] }]);
    },
  );

  it('keeps rows of hyphens that are no line below the header row', () => {
    expect(read('a,b\n-,-\n--,--\n')).toEqual([
      { line: 2, values: ['-', '-'] },
      { line: 3, values: ['--', '--'] },
    ]);
  });

  it('reads a text that is written as a formula, and no other formula', () => {
    expect(read('a,b,c\n="007","=""x, y""",=""\n"=""a""&""b""",=SUM(A1),="\n')).toEqual([
      { line: 2, values: ['007', 'x, y', ''] },
      { line: 3, values: ['="a"&"b"', '=SUM(A1)', '="'] },
    ]);
  });

  it('trims the names of columns, and accepts any', () => {
    const reader = new CsvReader(',');

    for (const row of rowsOf(' title , title,__proto__,,\n')) expect(reader.read(row)).toBeUndefined();
    expect(reader.columns).toEqual(['title', 'title', '__proto__', '', '']);
  });

  it.each([
    [' \n,,', 'must start with a header row'],
    ['title,'.repeat(1000), 'must have at most 1,000 columns, and has 1,001'],
    [`${'x'.repeat(65_537)},title`, 'must have a header row of at most 65,536 bytes'],
    ['a,'.repeat(1_000_000), 'must have a header row of at most 65,536 bytes'],
    ['"title', 'cannot be read, because its header row has a quotation mark that is never closed'],
    ['"title" x,', 'cannot be read, because its header row has a quotation mark inside a quoted value'],
  ])('rejects a file with the header row %#', (header, detail) => {
    const error = catchError(() => read(header));

    expect(error).toMatchObject({ errors: [{ pointer: '', detail: textContaining(detail) }] });
  });
});

function catchError(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('There was no error');
}
