import { type FileRow, ROW_MAX_BYTES, type RowFormat, RowSplitter } from './row-splitter';

/** Splits a text that arrives in chunks of `chunkSize` bytes. */
function split(format: RowFormat, text: string, chunkSize = Infinity): FileRow[] {
  const splitter = new RowSplitter(format);
  const file = new TextEncoder().encode(text);
  const rows: FileRow[] = [];
  for (let start = 0; start < file.length; start += chunkSize) {
    rows.push(...splitter.push(file.subarray(start, start + chunkSize)));
  }
  return [...rows, ...splitter.end()];
}

/** Splits a text into rows as [line, text]. */
function read(format: RowFormat, text: string, chunkSize?: number): [number, string | undefined][] {
  return split(format, text, chunkSize).map(({ line, bytes }) => [line, bytes && new TextDecoder().decode(bytes)]);
}

describe.each([1, 2, 3, 5, 7, Infinity])('RowSplitter with chunks of %p bytes', (size) => {
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

    expect(rows.map(({ line, quoteNotClosed }) => [line, quoteNotClosed])).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  it('returns no rows for an empty file', () => {
    expect(read('ndjson', '', size)).toEqual([]);
    expect(read('csv', '\ufeff', size)).toEqual([]);
  });
});

describe('RowSplitter with a row that is too long', () => {
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
