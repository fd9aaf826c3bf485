import { splitFile } from '../testing/split';
import { ROW_MAX_BYTES, type RowFormat } from './file-row';

const split = (format: RowFormat, text: string, chunkSize?: number) =>
  splitFile(text, { hint: format }, chunkSize).rows;
const read = (format: RowFormat, text: string, chunkSize?: number) =>
  splitFile(text, { hint: format }, chunkSize).texts;

describe.each([1, 2, 3, 5, 7, Infinity])('lines and CSV in chunks of %p bytes', (size) => {
  it('returns each NDJSON line with its number and skips blank lines', () => {
    expect(read('ndjson', '{"a":"x"}\n\n \t\r\n{"b":2}\r\nlast', size)).toEqual([
      [1, '{"a":"x"}'],
      [4, '{"b":2}'],
      [5, 'last'],
    ]);
  });

  it('ignores quotes in NDJSON', () => {
    expect(read('ndjson', '"a\nb"\n', size)).toEqual([
      [1, '"a'],
      [2, 'b"'],
    ]);
  });

  it('joins the lines of a quoted value and counts them', () => {
    expect(read('csv', 'a,b\r\n"one\r\ntwo\r\n\r\nthree",x\r\n"p ""q""\n",y\nz,z', size)).toEqual([
      [1, 'a,b'],
      [2, '"one\r\ntwo\r\n\r\nthree",x'],
      [6, '"p ""q""\n",y'],
      [8, 'z,z'],
    ]);
  });

  it('limits a stray quote to its row: only a quote at the start of a value opens it', () => {
    expect(read('csv', '5" disk,x\n"a"b",y\n"",""\nz,"""\n"""\n', size)).toEqual([
      [1, '5" disk,x'],
      [2, '"a"b",y'],
      [3, '"",""'],
      [4, 'z,"""\n"""'],
    ]);
  });

  it('skips a byte order mark, even before a quote', () => {
    expect(read('csv', '\ufeff"a\n",b\nc,d', size)).toEqual([
      [1, '"a\n",b'],
      [3, 'c,d'],
    ]);
  });

  it('returns the byte range of each row', () => {
    const text = '\ufefföne\r\n\n{"two":2}\nthree';
    const file = new TextEncoder().encode(text);

    const ranges = split('ndjson', text, size).map(({ start, end }) =>
      new TextDecoder().decode(file.slice(start, end)),
    );

    expect(ranges).toEqual(['öne\r\n', '{"two":2}\n', 'three']);
  });

  it('reports a quote that the file does not close', () => {
    const rows = split('csv', 'a,b\n"never closed,x\ny,z\n', size);

    expect(rows.map(({ line, error }) => [line, error])).toEqual([
      [1, undefined],
      [2, 'quote_not_closed'],
    ]);
  });

  it.each(['\n', '\r\n', '\r'])('ends lines with %j, and keeps it inside quotes', (end) => {
    const text = ['a,b', '"one', 'two",x', '', 'y,z', ''].join(end);

    expect(read('csv', text, size)).toEqual([
      [1, 'a,b'],
      [2, `"one${end}two",x`],
      [5, 'y,z'],
    ]);
  });

  it('ends lines that end in different ways', () => {
    expect(read('csv', 'a,b\r1,2\n3,4\r\n\r5,6\r\r\n7,8', size)).toEqual([
      [1, 'a,b'],
      [2, '1,2'],
      [3, '3,4'],
      [5, '5,6'],
      [7, '7,8'],
    ]);
  });

  it('skips rows without any value, and the lines that they take count', () => {
    expect(read('csv', 'a;b\n;;\n ;\t\n1;2\n;;;;;\n', size)).toEqual([
      [1, 'a;b'],
      [4, '1;2'],
    ]);
  });

  it('ends the file at a row that starts with Ctrl-Z, and ignores one at its end', () => {
    expect(read('csv', 'a,b\r\n1,2\r\n\x1arest of the sector\r\n"x', size)).toEqual([
      [1, 'a,b'],
      [2, '1,2'],
    ]);
    expect(read('csv', 'a,b\n1,\x1a2\n3,4\x1a', size)).toEqual([
      [1, 'a,b'],
      [2, '1,\x1a2'],
      [3, '3,4'],
    ]);
    expect(read('ndjson', '{"a":1}\n\x1a', size)).toEqual([[1, '{"a":1}']]);
  });

  it.each([
    [
      'sep=;\na,b;c\n1;2',
      [
        [2, 'a,b;c'],
        [3, '1;2'],
      ],
    ],
    ['\ufeff"sep=|"\r\n\r\na|"b\n"\r\n', [[3, 'a|"b\n"']]],
    ['SEP=\t\t\t\ra\t"b\r"', [[2, 'a\t"b\r"']]],
  ])('skips the line that declares the separator of %j', (text, rows) => {
    expect(read('csv', text, size)).toEqual(rows);
  });

  it('returns no rows for an empty file', () => {
    expect(read('ndjson', '', size)).toEqual([]);
    expect(read('csv', '\ufeff', size)).toEqual([]);
  });
});

describe('a row that is too long', () => {
  it.each(['ndjson', 'csv'] as const)('returns the %s row without bytes and the adjacent rows unchanged', (format) => {
    const long = 'x'.repeat(ROW_MAX_BYTES + 1);

    expect(read(format, `before\n${long}\nafter\n`, 65_536)).toEqual([
      [1, 'before'],
      [2, undefined],
      [3, 'after'],
    ]);
  });

  it('accepts a row of exactly the maximum length', () => {
    expect(read('ndjson', `${'x'.repeat(ROW_MAX_BYTES)}\n`, 65_536)[0]?.[1]).toHaveLength(ROW_MAX_BYTES);
  });
});
