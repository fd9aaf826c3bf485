import { findFormat } from './file-format';
import type { RowFormat } from './file-row';

const formatOf = (text: string, hint?: RowFormat) => findFormat(new TextEncoder().encode(text), true, hint)?.format;
const separatorOf = (text: string) => findFormat(new TextEncoder().encode(text), true, 'csv')?.separator;

const HINTS = ['csv', 'ndjson', 'json', undefined] as const;
const LINE = '{"title":"A","comments":[{"id":1}],"data":{"a":1}}';

describe('findFormat', () => {
  it.each([
    ['json', '[{"a":1},\n{"b":2}]'],
    ['json', ' [\n  {\n "a": 1 }]'],
    ['json', '{"tickets":[{"a":1}]}'],
    ['json', '{"count":1,"next":null,"data":{"x":"y","issues": [{"a":1}]}}\n'],
    ['json', '{\n "tickets": [\n{"a":1},\n{"b":2}]}'],
    ['json', '{"x":\n{"tickets":[]}}'],
    ['json', `{"tickets":[{"a":"${'x'.repeat(100_000)}"}]}`],
    ['json', '{"took":5,"hits":{"total":{"value":2},"hits":[{"_id":"1","_source":{"title":"A"}}]}}'],
    ['json', '{"columns":["title"],"rows":[["A"]]}'],
    ['json', '[["id","title"],["1","A"]]'],
    ['json', '{"-Nx1":{"title":"A"},"-Nx2":{"title":"B"}}'],
    ['json', '{"data":[[1,"A"]],"columns":["id","title"]}'],
    ['json', '{"hits":{"hits":[{"_id":"1"}]}}\n{"hits":{"hits":[]}}\n'],
    ['json', '{"tickets":[{"title":"A"}],"next":2}\n{"tickets":[{"title":"B"}],"next":null}\n'],
    ['ndjson', '{"index":{"_index":"t","_id":"1"}}\n{"title":"A"}\n'],
    ['ndjson', `${LINE}\n${LINE}\n`],
    ['ndjson', '{"title":"A","items":[{"id":1}]}\n{"title":"B","items":[]}\n'],
    ['json', `)]}'\n{"tickets":[{"a":1}]}`],
    ['ndjson', `)]}'\n${LINE}\n${LINE}\n`],
    ['csv', `)]}',title\nA,b\n`],
    ['csv', 'while(1);title\nA;b\n'],
    ['csv', 'title,description\nA,b\n'],
    ['csv', '"title";"description"\n"A";"b"\n'],
  ] as const)('finds %s in %.40j, whatever the hint is', (format, text) => {
    expect(HINTS.map((hint) => formatOf(text, hint))).toEqual(HINTS.map(() => format));
  });

  it.each([
    ['a cut off line', `{"title": "cut off\n${LINE}\n`],
    ['a line that is cut off after a comma', `{"title": "x",\n${LINE}\n`],
    ['a line that is not JSON', `"title": "x", "y"}\n${LINE}\n`],
    ['one line', LINE],
    ['one long line', `{"title":"${'x'.repeat(100_000)}"}\n`],
    ['a line without separators', 'nonsense\n'],
  ])('finds NDJSON whose first line is %s if it is called that', (_name, text) => {
    expect(formatOf(text, 'ndjson')).toBe('ndjson');
  });

  it.each(['[ID],title\n', '{id};{title}\n', '["a",b\n'])('finds CSV in %j if it is called that', (text) => {
    expect(formatOf(text, 'csv')).toBe('csv');
  });

  it('finds NDJSON whose lines are lists', () => {
    const text = '["id","title"]\n["1","A"]\n';

    expect([formatOf(text), formatOf(text, 'ndjson'), formatOf(text, 'json')]).toEqual(['ndjson', 'ndjson', 'ndjson']);
    expect(formatOf('["id","title"]', 'ndjson')).toBe('json');
  });

  it('uses the hint for an empty file', () => {
    expect(HINTS.map((hint) => formatOf(' \n', hint))).toEqual(['csv', 'ndjson', 'json', 'csv']);
  });

  it.each([
    [',', 'title,description\n'],
    [',', 'title\nA;b\n'],
    [';', 'title;description\nA,b,c;d,e\n'],
    [';', 'title;description (what, where, when)\nA;b\nC;d, e\n'],
    [',', 'a,b;c\n1,2\n3,4;5\n'],
    [';', '"title, long";"description, long"\n'],
    ['\t', 'title\tdescription\n'],
    ['|', 'title|"a;b\n,c"|d\n'],
    ['^', 'sep=^\na^b,c\n'],
    ['^', 'id^title^status\n1^A, b; c|d^open\n2^B^open\n'],
    ['~', 'id~title~status\n1~A~open\n2~B~open\n'],
    ['\x1f', 'id\x1ftitle\n1\x1fA\n'],
    ['\x01', 'id\x01title\n1\x01A\n'],
    [';', 'Tickets, open and closed\nid;title\n1;A, b\n'],
    [',', 'Subject,Size~ in kB\nA,1\n'],
    [',', 'sep=\na,b\n'],
    [',', 'sep=a\na,b\n'],
    [',', '\n'],
  ])('finds the separator %j of %j', (separator, text) => {
    expect(separatorOf(text)).toBe(separator);
  });

  it.each([
    [1, 'id,title\n1,A\n'],
    [1, 'title\nA\n'],
    [3, 'Open tickets\n\nid,title,status\n1,A,open\n'],
    [
      5,
      '"Incident list",,,\n"Generated 27.11.2026",,,\n,,,\n\nNumber,Short description,Priority,State\nINC1,A,1,New\n',
    ],
    [4, 'Report;Tickets\r\nDate;2026-11-27\r\n\r\nNummer;Betreff;Status\r\n1;A;offen\r\n'],
    [2, 'Filter: status = open, priority = high, group = IT\nID,Subject\n1,A\n'],
    [3, 'sep=;\nMy report\nid;title\n1;A\n'],
    [4, '"two\nlines"\n\nid,title\n1,A\n'],
    [2, 'Summary\nID,Subject,Status\n1,A,open\n'],
    [3, 'A report\n\nNr,Was,Wann\n1,A,2026\n2,B,2026\n3,C,2026\n'],
    [1, 'Nr,Was,Wann\n1,Problem,2026\n2,Status,2026\n'],
    [1, 'Was\nA, b, c\nB, status\n'],
    [1, `Foo,Bar\n${'1,2\n'.repeat(25)}id,title\n1,A\n`],
  ])('finds the header row in line %i of %j', (line, text) => {
    const found = findFormat(new TextEncoder().encode(text), true, 'csv');

    expect(found?.headerLine ?? 1).toBe(line);
    expect(text.slice(found?.skipped).split(/\r\n|\n/)[0]).toBe(text.split(/\r\n|\n/)[line - 1]);
  });

  it('finds the header row by the name of the column with the titles', () => {
    const text = 'Export of Monday\nNr,Was\n1,A\n';
    const found = findFormat(new TextEncoder().encode(text), true, 'csv', 'was');

    expect(found).toMatchObject({ headerLine: 2, skipped: text.indexOf('Nr') });
  });

  it.each([',', ';'])('waits until twenty rows tell the separator %j of a header row with several', (separator) => {
    const text = ['a,b;c,d;e', ...Array<string>(20).fill(['1', '2', '3'].join(separator)), 'x;y;z'].join('\n');
    const bytes = new TextEncoder().encode(text);
    const found = [...bytes.keys()].map((length) => findFormat(bytes.subarray(0, length), false, 'csv')?.separator);

    expect(new Set(found.filter((one) => one !== undefined))).toEqual(new Set([separator]));
    expect(found.slice(0, text.lastIndexOf('\n'))).toEqual(found.slice(0, text.lastIndexOf('\n')).map(() => undefined));
  });

  it('gives the same result for more bytes than it needs', () => {
    const texts = [
      'a,b\n1,2\n',
      `${LINE}\n${LINE}`,
      '{"a":\n1}',
      '[\n{}]',
      'sep=;\r\na;b\r\n',
      '{"x":1}{"y":2}',
      'x\n{}',
      'A report\n\nid,title\n1,A\n',
      'Summary, as of today\nID;Subject;Status\n1;A;x\n',
      '{"columns":["a"],\n"rows":[["b"]]}',
      `)]}'\n[{}]`,
      `)]}',title\nA,b\n`,
      'for (;;);{"a":\n1}',
    ];
    for (const text of texts) {
      const bytes = new TextEncoder().encode(text);
      for (const hint of HINTS) {
        const found = [...bytes.keys()].map((length) => findFormat(bytes.subarray(0, length), false, hint));
        const first = found.find((one) => one !== undefined);
        expect(found.slice(found.indexOf(first)).every((one) => JSON.stringify(one) === JSON.stringify(first))).toBe(
          true,
        );
      }
    }
  });
});
