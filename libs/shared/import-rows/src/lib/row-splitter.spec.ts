import { type FileRow, ROW_MAX_BYTES, type RowFormat, RowSplitter } from './row-splitter';

/** Splits a text that arrives in pieces of so many bytes. */
function split(format: RowFormat, text: string, pieceSize = Infinity): FileRow[] {
  const splitter = new RowSplitter(format);
  const file = new TextEncoder().encode(text);
  const rows: FileRow[] = [];
  for (let at = 0; at < file.length; at += pieceSize) rows.push(...splitter.push(file.subarray(at, at + pieceSize)));
  return [...rows, ...splitter.end()];
}

/** The rows as [line, text]. */
function read(format: RowFormat, text: string, pieceSize?: number): [number, string | undefined][] {
  return split(format, text, pieceSize).map(({ line, bytes }) => [line, bytes && new TextDecoder().decode(bytes)]);
}

describe.each([1, 2, 3, 5, 7, Infinity])('RowSplitter on pieces of %p bytes', (size) => {
  it('gives each line of NDJSON with its number, and leaves blank ones out', () => {
    expect(read('ndjson', '{"a":"x"}\n\n \t\r\n{"b":2}\r\nlast', size)).toEqual([
      [1, '{"a":"x"}'],
      [4, '{"b":2}'],
      [5, 'last'],
    ]);
  });

  it('takes no quote in NDJSON for the start of a value', () => {
    expect(read('ndjson', '"a\nb"\n', size)).toEqual([
      [1, '"a'],
      [2, 'b"'],
    ]);
  });

  it('keeps the lines of a quoted value together and counts them', () => {
    expect(read('csv', 'a,b\r\n"one\r\ntwo\r\n\r\nthree",x\r\n"p ""q""\n",y\nz,z', size)).toEqual([
      [1, 'a,b'],
      [2, '"one\r\ntwo\r\n\r\nthree",x'],
      [6, '"p ""q""\n",y'],
      [8, 'z,z'],
    ]);
  });

  it('opens a value only with a quote at its start, so that a stray one costs its own row alone', () => {
    expect(read('csv', '5" disk,x\n"a"b",y\n"",""\nz,"""\n"""\n', size)).toEqual([
      [1, '5" disk,x'],
      [2, '"a"b",y'],
      [3, '"",""'],
      [4, 'z,"""\n"""'],
    ]);
  });

  it('leaves a byte order mark out, also before a quote', () => {
    expect(read('csv', '\ufeff"a\n",b\nc,d', size)).toEqual([
      [1, '"a\n",b'],
      [3, 'c,d'],
    ]);
  });

  it('says where each row starts and ends in the file', () => {
    const text = '\ufefföne\r\n\n{"two":2}\nthree';
    const file = new TextEncoder().encode(text);

    const ranges = split('ndjson', text, size).map(({ start, end }) =>
      new TextDecoder().decode(file.slice(start, end)),
    );

    expect(ranges).toEqual(['öne\r\n', '{"two":2}\n', 'three']);
  });

  it('tells a file that ends inside a quoted value', () => {
    const rows = split('csv', 'a,b\n"never closed,x\ny,z\n', size);

    expect(rows.map(({ line, quoteNotClosed }) => [line, quoteNotClosed])).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  it('has nothing to give of an empty file', () => {
    expect(read('ndjson', '', size)).toEqual([]);
    expect(read('csv', '\ufeff', size)).toEqual([]);
  });
});

describe('RowSplitter on a row that is too long', () => {
  it.each(['ndjson', 'csv'] as const)('gives the %s row without its bytes, and those around it whole', (format) => {
    const long = 'x'.repeat(ROW_MAX_BYTES + 1);

    expect(read(format, `before\n${long}\nafter\n`, 65_536)).toEqual([
      [1, 'before'],
      [2, undefined],
      [3, 'after'],
    ]);
  });

  it('takes a row of exactly the limit', () => {
    expect(read('ndjson', `${'x'.repeat(ROW_MAX_BYTES)}\n`, 65_536)[0]?.[1]).toHaveLength(ROW_MAX_BYTES);
  });
});
