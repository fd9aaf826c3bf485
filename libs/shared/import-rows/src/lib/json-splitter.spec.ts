import fc from 'fast-check';
import { splitFile } from '../testing/split';
import { ROW_MAX_BYTES } from './file-row';

const read = (text: string, cuts?: number | readonly number[]) => splitFile(text, { hint: 'json' }, cuts).texts;

describe.each([1, 2, 3, 7, Infinity])('a JSON document in chunks of %p bytes', (size) => {
  it.each([
    ['[{"a":1},{"b":[{}]}]', ['{"a":1}', '{"b":[{}]}']],
    ['{"tickets":[{"a":1},{"b":2}],"count":2,"next":[{"c":3}]}', ['{"a":1}', '{"b":2}']],
    ['{"data":{"ok":true,"tickets":[{"a":1}]},"x":"]}"}', ['{"a":1}']],
    ['{"tags":["x",["y"]],"empty":[],"anything":[{"a":"\\"]},{"}]}', ['{"a":"\\"]},{"}']],
    ['{"users":[{"name":"Ann"}],"tickets":[{"a":1}]}', ['{"a":1}']],
    ['{"title":"one","comments":[{"id":1}],"tags":[]}', ['{"title":"one","comments":[{"id":1}],"tags":[]}']],
    [
      '{"_embedded":{"conversations":[{"subject":"A"},{"subject":"B"}]},"page":{"size":2}}',
      ['{"subject":"A"}', '{"subject":"B"}'],
    ],
    [
      '{"subject":"one","status":2,"conversations":[{"id":1}],"time_entries":[{"id":2}]}',
      ['{"subject":"one","status":2,"conversations":[{"id":1}],"time_entries":[{"id":2}]}'],
    ],
    [
      '{"ticket":{"subject":"one","description":"two","sla":[{"id":1}]}}',
      ['{"ticket":{"subject":"one","description":"two","sla":[{"id":1}]}}'],
    ],
    ['{"title":"Export","status":"ok","tickets":[{"a":1}]}', ['{"a":1}']],
    [
      '{"response_status":[{"status":"success"}],"list_info":{"n":2},"requests":[{"subject":"A"},{"subject":"B"}],"x":[{"title":"C"}]}',
      ['{"subject":"A"}', '{"subject":"B"}'],
    ],
    ['{"a":[{"b":1},{"b":2}],"c":{"d":[{"e":1}]},"f":[{"subject":"A"}]}', ['{"subject":"A"}']],
    ['{"a":[{"b":1},{"b":2}],"c":{"d":[{"e":1}]},"f":3}', ['{"b":1}', '{"b":2}']], // better than nothing
    ['{"a":[{"b":1}],"tickets":[{"e":1}]}', ['{"e":1}']],
    ['{"a":[{"b":1}],"tickets":[]}', []],
    ['{"agents":[{"name":"Ann"}],"cases":[{"name":"A","status":"new"}]}', ['{"name":"A","status":"new"}']],
    ['{"a":[{"b":1}],"columns":["id","title"],"rows":[[1,"A"]]}', ['["id","title"]', '[1,"A"]']],
    ['{"a":[{"b":1},],"f":{"x":{"title":"A"},"y":{"title":"B"}}}', ['{"title":"A"}', '{"title":"B"}']],
    ['[{"e":3}]{"a":[{"b":1}],"c":[{"title":"A"}]}\n{"a":[{"b":2}],"d":1}', ['{"e":3}', '{"title":"A"}', '{"b":2}']],
    ['{"title":"Board","cards":[{"a":1},{"b":2}]}', ['{"a":1}', '{"b":2}']],
    ['{"name":"Board","desc":"","lists":[{"name":"To do"}],"cards":[{"a":1}]}', ['{"a":1}']],
    ['\x1e{"a":1}\n\x1e{\n"b":"\x1e"}\n', ['{"a":1}', '{\n"b":"\x1e"}']], // a JSON text sequence
    [`)]}'\n[{"a":1},{"b":2}]`, ['{"a":1}', '{"b":2}']], // prefixes against script inclusion
    [`)]}',{"tickets":[{"a":1}]}`, ['{"a":1}']],
    ['for (;;);{"tickets":[{"a":1}]}', ['{"a":1}']],
    ['while(1); [{"a":1}]', ['{"a":1}']],
    [`)]}'\n{"a":1}\n{"b":2}\n`, ['{"a":1}', '{"b":2}']],
    [`)]}'`, []],
    ['[]', []],
    ['{"tickets":[],"count":0}', []],
    ['', []],
    ['[{"a":1}]\n[{"b":2}]{"c":3},\n{"d":4}', ['{"a":1}', '{"b":2}', '{"c":3}', '{"d":4}']],
    ['{"took":1,"hits":{"total":{"value":2},"hits":[{"_source":{"a":1}}]}}', ['{"_source":{"a":1}}']],
    ['{"data":{"desk":{"tickets":{"edges":[{"node":{"a":1}}]}}}}', ['{"node":{"a":1}}']],
    ['{"columns":["a",{"name":"b"}],"rows":[[1,[2]],[3,4]],"x":[[5]]}', ['["a",{"name":"b"}]', '[1,[2]]', '[3,4]']],
    ['{"values":[["a"],["b"]]}', ['["a"]', '["b"]']],
    ['{"title":"one","matrix":[[1],[2]]}', ['{"title":"one","matrix":[[1],[2]]}']],
    ['{"columns":["a"],"rows":[{"a":1}]}', ['{"a":1}']],
    ['{"columns":["a"],"rows":[]}', []],
    ['{"data":[[1,"x"],[2,"y"]],"n":["a"],"columns":["id","title"],"z":[1]}', ['["id","title"]', '[1,"x"]', '[2,"y"]']],
    ['{"desk":{"rows":[[1]],"index":[0],"fields":[{"name":"title"}]}}', ['[{"name":"title"}]', '[1]']],
    ['{"rows":[["title"],["A"]],"columns":["a"]}', ['["title"]', '["A"]']],
    ['{"rows":[[1],[2]],"total":2}', ['[1]', '[2]']],
    ['{"tickets":[{"a":1}],"columns":["x"]}', ['{"a":1}']],
    [
      '{"-Nx1":{"title":"A","n":{"x":[1]}},"-Nx2":{"title":"}"},"c":{"a":1}}',
      ['{"title":"A","n":{"x":[1]}}', '{"title":"}"}', '{"a":1}'],
    ],
    [
      '{"x":1,"tickets":{"a":{"fields":{"summary":"A"}},"b":{"fields":{"summary":"B"}}},"y":{}}',
      ['{"fields":{"summary":"A"}}', '{"fields":{"summary":"B"}}'],
    ],
    [
      '{"users":{"a":{"title":"Dr."},"b":{"title":"Dr."}},"tickets":{"1":{"subject":"A"},"2":{"subject":"B"},"n":2}}',
      ['{"subject":"A"}', '{"subject":"B"}', '2'],
    ],
    [
      '{"properties":{"subject":"A"},"owner":{"name":"Ann"}}',
      ['{"properties":{"subject":"A"},"owner":{"name":"Ann"}}'],
    ],
    [
      '{"title":{"0":"A","1":"B"},"status":{"0":"x","1":"y"}}',
      ['{"title":{"0":"A","1":"B"},"status":{"0":"x","1":"y"}}'],
    ],
    ['[1,"two",null,[3]]', ['1', '"two"', 'null', '[3]']],
  ])('splits %s', (text, records) => {
    expect(read(text, size).map(([, record]) => record)).toEqual(records);
  });

  it('gives each record of a document of several lines the line where it starts', () => {
    const text =
      '\ufeff{\r\n  "tickets": [\r\n    {\r\n      "a": 1\r\n    },\r\n    { "b": 2 },\r\n\r\n    {"c": 3}\r\n  ]\r\n}\r\n';

    expect(read(text, size).map(([line, record]) => [line, JSON.parse(record ?? '') as unknown])).toEqual([
      [3, { a: 1 }],
      [6, { b: 2 }],
      [8, { c: 3 }],
    ]);
  });

  it('counts the lines and the bytes from the start of a file with a prefix', () => {
    const text = `)]}'\n[{"a":1},\n{"b":2}]`;
    const { rows } = splitFile(text, {}, size);

    expect(rows.map(({ line, start, end }) => [line, text.slice(start, end)])).toEqual([
      [2, '{"a":1}'],
      [3, '{"b":2}'],
    ]);
  });

  it('returns the byte range of each record, without the comma and the spaces after it', () => {
    const text = '\ufeff[\n {"ö": 1} ,\n 2 \n]';
    const file = new TextEncoder().encode(text);

    const ranges = splitFile(text, { hint: 'json' }, size).rows.map(({ start, end }) =>
      new TextDecoder().decode(file.subarray(start, end)),
    );

    expect(ranges).toEqual(['{"ö": 1}', '2']);
  });

  it('marks the list that names the columns, and counts only the rows after it', () => {
    const rowsOf = (text: string) =>
      splitFile(text, { hint: 'json' }, size).rows.map(({ row, isHeader }) => [row, isHeader ?? false]);

    expect(rowsOf('{"columns":["a"],\n"rows":[[1],[2]]}')).toEqual([
      [undefined, true],
      [1, false],
      [2, false],
    ]);
    expect(rowsOf('[["a"],[1]]')).toEqual([
      [1, true],
      [2, false],
    ]);
    expect(rowsOf('[{"a":1},[1]]')).toEqual([
      [1, false],
      [2, false],
    ]);
  });

  it('marks the list that names the columns after the rows, and returns it first', () => {
    const text = '{"data":[[1],\n[2]],\n"columns":["a"]}';

    expect(
      splitFile(text, { hint: 'json' }, size).rows.map(({ line, row, isHeader, start, end }) => [
        line,
        row,
        isHeader ?? false,
        text.slice(start, end),
      ]),
    ).toEqual([
      [3, undefined, true, '["a"]'],
      [1, 1, false, '[1]'],
      [2, 2, false, '[2]'],
    ]);
  });

  it('gives records with names their line, their number and their byte range', () => {
    const text = '{\n "a": {"title": "A"},\n "b": {"title": "B"} ,\n "c": {"title": "C"}\n}\n{"title":"D"}';

    expect(
      splitFile(text, { hint: 'json' }, size).rows.map(({ line, row, start, end }) => [
        line,
        row,
        text.slice(start, end),
      ]),
    ).toEqual([
      [2, 1, '{"title": "A"}'],
      [3, 2, '{"title": "B"}'],
      [4, 3, '{"title": "C"}'],
      [6, 4, '{"title":"D"}'],
    ]);
  });

  it('limits what is malformed to its record', () => {
    const text = '[{"a":1} {"b":2},\n{"c":"open\n},\n{"d":4},}, {"e":5},,]\nand more\n{"f":6}';

    expect(read(text, size)).toEqual([
      [1, '{"a":1} {"b":2}'],
      [2, '{"c":"open\n}'],
      [4, '{"d":4}'],
      [4, '}'],
      [4, '{"e":5}'],
      [5, 'and more'],
      [6, '{"f":6}'],
    ]);
  });

  it.each([
    '[{"a":1},{"b":',
    '[{"a":1},',
    '[{"a":1}',
    '{"tickets":[{"a":1}\n',
    '{"a":{"title":1},"b":{"title":2}',
    '{"a":{"title":1},"b":{"title":2},"c":{"t',
  ])('reports that %s is cut off', (text) => {
    const { rows } = splitFile(text, { hint: 'json' }, size);

    expect(rows.at(-1)?.error).toBe('document_not_closed');
    expect(rows.slice(0, -1).map(({ error }) => error)).toEqual(rows.slice(0, -1).map(() => undefined));
  });
});

describe('a JSON record that is too long', () => {
  it('has no bytes, and the adjacent records are unchanged', () => {
    const long = `{"x":"${'x'.repeat(ROW_MAX_BYTES)}"}`;

    const { rows, texts } = splitFile(`[{"a":1},${long},{"b":2}]`, { hint: 'json' }, 65_536);

    expect(texts).toEqual([
      [1, '{"a":1}'],
      [1, undefined],
      [1, '{"b":2}'],
    ]);
    expect(rows[1]?.error).toBe('too_long');
  });

  it('is found in objects around the records too, whatever their length', () => {
    const text = `{"about":"${'x'.repeat(2 * ROW_MAX_BYTES)}","tickets":[{"a":1}]}`;

    expect(splitFile(text, { hint: 'json' }, 65_536).texts).toEqual([[1, '{"a":1}']]);
  });

  it('is not waited for longer than 4 MB of lists', () => {
    const lists = Array.from({ length: 50_000 }, (_, n) => `[${n}]`);

    const { rows } = splitFile(`{"rows":[${lists.join()}],"columns":["title"]}`, { hint: 'json' }, 65_536);

    expect(rows).toHaveLength(lists.length);
    expect(rows[0]).toMatchObject({ row: 1, isHeader: true });
  });

  it('is one row even if it is 5 MB of brackets', () => {
    expect(splitFile('['.repeat(5_000_000), {}, 65_536).rows).toMatchObject([{ line: 1, error: 'too_long' }]);
  });
});

describe('any JSON document', () => {
  const record = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue(), { noNullPrototype: true });
  const cuts = fc.array(fc.nat());
  const indent = fc.constantFrom(undefined, 1, 2, '\t');

  it('that is an array reads as JSON.parse reads it, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), indent, cuts, (values, space, places) => {
        const text = JSON.stringify(values, null, space);

        expect(read(text, places).map(([, one]) => JSON.parse(one ?? '') as unknown)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('that wraps an array of objects reads as JSON.parse reads it, wherever it is cut', () => {
    const scalar = fc.oneof(
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
    );
    const before = fc.dictionary(fc.stringMatching(/^x[a-z]*$/), fc.oneof(scalar, fc.array(scalar)), {
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(
        before,
        fc.array(record, { minLength: 1 }),
        indent,
        cuts,
        fc.nat(2),
        (other, records, space, places, depth) => {
          let document: unknown = { ...other, tickets: records, after: [{ a: 1 }] };
          for (let wrapped = 0; wrapped < depth; wrapped++) document = { ...other, inner: document };
          const text = JSON.stringify(document, null, space);

          expect(read(text, places).map(([, one]) => JSON.parse(one ?? '') as unknown)).toEqual(
            JSON.parse(JSON.stringify(records)),
          );
        },
      ),
    );
  });
});
