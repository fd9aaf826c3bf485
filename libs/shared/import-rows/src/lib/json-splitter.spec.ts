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
    ['[]', []],
    ['{"tickets":[],"count":0}', []],
    ['', []],
    ['[{"a":1}]\n[{"b":2}]{"c":3},\n{"d":4}', ['{"a":1}', '{"b":2}', '{"c":3}', '{"d":4}']],
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

  it('returns the byte range of each record, without the comma and the spaces after it', () => {
    const text = '\ufeff[\n {"ö": 1} ,\n 2 \n]';
    const file = new TextEncoder().encode(text);

    const ranges = splitFile(text, { hint: 'json' }, size).rows.map(({ start, end }) =>
      new TextDecoder().decode(file.subarray(start, end)),
    );

    expect(ranges).toEqual(['{"ö": 1}', '2']);
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

  it.each(['[{"a":1},{"b":', '[{"a":1},', '[{"a":1}', '{"tickets":[{"a":1}\n'])(
    'reports that %s is cut off',
    (text) => {
      const { rows } = splitFile(text, { hint: 'json' }, size);

      expect(rows.at(-1)?.error).toBe('document_not_closed');
      expect(rows.slice(0, -1).map(({ error }) => error)).toEqual(rows.slice(0, -1).map(() => undefined));
    },
  );
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
