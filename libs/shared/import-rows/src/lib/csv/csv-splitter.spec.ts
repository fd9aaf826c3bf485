import { splitFile } from '../../testing/split';
import { readCsvValues } from '../csv-values';

/** The values of all rows of a file that arrives in pieces, and the declaration of its dialect. */
function read(text: string, size = Infinity) {
  const { rows, format } = splitFile(text, { hint: 'csv' }, size);
  const separator = format?.separator ?? ',';
  return rows.map(({ bytes, dialect }) => readCsvValues(new TextDecoder().decode(bytes), separator, dialect));
}

const HEADER = ['id', 'title', 'description'];

describe.each([1, 3, 7, Infinity])('CSV of another dialect in chunks of %p bytes', (size) => {
  it.each([
    ['"1","say \\"hi\\"","a \\"b\\", c"\n', [['1', 'say "hi"', 'a "b", c']]],
    [
      '"1","5\\"","x"\n"2","C:\\\\","y"\n',
      [
        ['1', '5"', 'x'],
        ['2', 'C:\\', 'y'],
      ],
    ],
    [
      '"1","a","ends \\"so\\""\r\n"2","b","two\nlines \\"\n"\r\n',
      [
        ['1', 'a', 'ends "so"'],
        ['2', 'b', 'two\nlines "\n'],
      ],
    ],
    ['"1","a ""b""","c \\"d\\" e"\n', [['1', 'a "b"', 'c "d" e']]],
  ])('reads quotes after backslashes: %j', (text, rows) => {
    expect(read(`"id","title","description"\n${text}`, size)).toEqual([HEADER, ...rows]);
  });

  it.each([
    ["'id','title','description'\n'1','Printer, again','It''s stuck'\n", [['1', 'Printer, again', "It's stuck"]]],
    [
      "id,title,description\n1,'Printer, again','two\nlines'\n2,'A',NULL\n",
      [
        ['1', 'Printer, again', 'two\nlines'],
        ['2', 'A', 'NULL'],
      ],
    ],
    ["id;title;description\n1;'A';'It\\'s; stuck'\n", [['1', 'A', "It's; stuck"]]],
  ])('reads values in apostrophes: %j', (text, rows) => {
    expect(read(text, size)).toEqual([HEADER, ...rows]);
  });

  it.each([
    [
      'id,title,description\n1,"C:\\dir\\","x"\n2,"\\""","y"\n',
      [
        ['1', 'C:\\dir\\', 'x'],
        ['2', '\\"', 'y'],
      ],
    ],
    ['id,title,description\n1,a \\"b\\" c,d\n', [['1', 'a \\"b\\" c', 'd']]],
    [
      "id,title,description\n1,'tis broken,rock 'n' roll\n2,don't,won't\n",
      [
        ['1', "'tis broken", "rock 'n' roll"],
        ['2', "don't", "won't"],
      ],
    ],
    [
      "id,title,description\n1,'Save' is grey,b\n2,A,B\n3,C,D\n",
      [
        ['1', "'Save' is grey", 'b'],
        ['2', 'A', 'B'],
        ['3', 'C', 'D'],
      ],
    ],
    [
      "id,title,description\n1,'007,'+49 30\n2,'008,'x\n",
      [
        ['1', "'007", "'+49 30"],
        ['2', "'008", "'x"],
      ],
    ],
    ['id,title,description\n1,"a,\'b\'",c\n', [['1', "a,'b'", 'c']]],
  ])('leaves ordinary CSV: %j', (text, rows) => {
    expect(read(text, size)).toEqual([HEADER, ...rows]);
  });

  it.each([
    ['1, "A, b", open\n', [['1', 'A, b', ' open']]],
    [
      '1, "A" ,\t"b,"\t\n2,\t "C ""d"", e", \'f\n',
      [
        ['1', 'A', 'b,'],
        ['2', 'C "d", e', " 'f"],
      ],
    ],
    [
      '1, "two\nlines", "x"\r\n2,B,c\r\n',
      [
        ['1', 'two\nlines', 'x'],
        ['2', 'B', 'c'],
      ],
    ],
    [' "1","A", "b, c"\n', [['1', 'A', 'b, c']]],
    ['1, "say \\"hi\\", ok", "b"\n', [['1', 'say "hi", ok', 'b']]],
    [
      "1, 'A, b', 'c'\n2, 'It''s', 'd'\n",
      [
        ['1', 'A, b', 'c'],
        ['2', "It's", 'd'],
      ],
    ],
    ['1, "A" and B, "b, c"\n', [['1', ' "A" and B', 'b, c']]],
  ])('reads quotes between blanks: %j', (text, rows) => {
    expect(read(`id,title,description\n${text}`, size)).toEqual([HEADER, ...rows]);
  });

  it('reads names of columns in quotes between blanks', () => {
    expect(read('"id", "title, long" , "status"\n"1", "A, b" , "c"\n', size)).toEqual([
      ['id', 'title, long', 'status'],
      ['1', 'A, b', 'c'],
    ]);
  });

  it.each([
    ['1,5" disk, 3" disk\n', [['1', '5" disk', ' 3" disk']]],
    [
      '1, "A" is grey,b\n2, "C" or D,e\n',
      [
        ['1', ' "A" is grey', 'b'],
        ['2', ' "C" or D', 'e'],
      ],
    ],
    [
      '1, "never closed,b\n2,C,d\n3,E,f\n',
      [
        ['1', ' "never closed', 'b'],
        ['2', 'C', 'd'],
        ['3', 'E', 'f'],
      ],
    ],
    [
      '1, "x,b\n2, "y,d\n3,"z",f\n',
      [
        ['1', ' "x', 'b'],
        ['2', ' "y', 'd'],
        ['3', 'z', 'f'],
      ],
    ],
    ['1,"a, ""b"", c",d\n', [['1', 'a, "b", c', 'd']]],
    ["1, 'tis broken, rock 'n' roll\n", [['1', " 'tis broken", " rock 'n' roll"]]],
    ['1,A, b\n', [['1', 'A', ' b']]],
  ])('leaves quotes and blanks inside values: %j', (text, rows) => {
    expect(read(`id,title,description\n${text}`, size)).toEqual([HEADER, ...rows]);
  });

  it('reports only the row that is malformed', () => {
    expect(read('id,title,description\n1,"a"b",c\n2,"\\"x\\"",y\n3,A,B\n', size)).toEqual([
      HEADER,
      'quote_not_doubled',
      ['2', '"x"', 'y'],
      ['3', 'A', 'B'],
    ]);
  });
});

it('finds the dialect of a large file by the 64 kB that follow its first sign', () => {
  const rows = Array.from({ length: 5000 }, (_, n) => `"${n}","The title ${n}","${'x'.repeat(40)}"\n`).join('');
  const escaped = '"9","say \\"hi\\", please","b"\n';

  const values = read(`"id","title","description"\n${rows}${escaped}${rows}`, 65_536);

  expect(values).toHaveLength(10_002);
  expect(values[5001]).toEqual(['9', 'say "hi", please', 'b']);
});

it('is told the dialect by the command', () => {
  expect(read("sep=, quote=' escape=\\\nid,title\n1,'a \\'b\\', c'\n")).toEqual([
    ['id', 'title'],
    ['1', "a 'b', c"],
  ]);
  expect(read('sep=, quote=" escape=" blanks=skip\nid,title\n1, "a\n"\n')).toEqual([
    ['id', 'title'],
    ['1', 'a\n'],
  ]);
  expect(read('sep=, quote=" escape="\nid,title\n1,"a\\"\n2,"b"\n')).toEqual([
    ['id', 'title'],
    ['1', 'a\\'],
    ['2', 'b'],
  ]);
});
