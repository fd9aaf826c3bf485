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
    ['ndjson', `${LINE}\n${LINE}\n`],
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
    [',', 'sep=\na,b\n'],
    [',', 'sep=a\na,b\n'],
    [',', '\n'],
  ])('finds the separator %j of %j', (separator, text) => {
    expect(separatorOf(text)).toBe(separator);
  });

  it.each([',', ';'])('waits until ten rows tell the separator %j of a header row with several', (separator) => {
    const text = ['a,b;c,d;e', ...Array<string>(10).fill(['1', '2', '3'].join(separator)), 'x;y;z'].join('\n');
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
