import { JsonReader } from './json-reader';

const read = (text: string) =>
  new JsonReader().read({ line: 1, start: 0, end: text.length, bytes: new TextEncoder().encode(text) });

describe('JsonReader', () => {
  it.each([
    '12345678901234567890',
    '12345678901234567891',
    '9007199254740993',
    '-9007199254740993',
    '0.12345678901234567',
    '1e400',
    '1234567890123456789012345',
  ])('keeps the digits of the number %s, which is not exact as a number', (number) => {
    expect(read(`{"id": ${number}, "key": {"id": ${number}}, "short": 5, "text": "${number}"}`)).toEqual({
      line: 1,
      fields: { id: number, 'key.id': number, short: 5, text: number },
    });
  });

  it('takes the NaN and the Infinity of Python for missing numbers, and leaves texts alone', () => {
    const text = String.raw`{"id": NaN, "list": [Infinity, -Infinity], "text": "NaN, \"-Infinity\"", "long": 9007199254740993}`;

    expect(read(text)).toEqual({
      line: 1,
      fields: { id: null, list: [null, null], text: 'NaN, "-Infinity"', long: '9007199254740993' },
    });
    for (const invalid of ['{"id": NaNs}', '{"id": "NaN}', '{"id": +NaN}'])
      expect(read(invalid)).toMatchObject({ errors: [{ detail: 'must be valid JSON' }] });
  });

  it('skips the last line of an export of Docket', () => {
    for (const end of [
      '{"_docket":{"rows":124,"sha256":"e3b0c442"}}',
      '{"_docket": {"rows": 0}}',
      '{"_docket":{"rows":1,"bytes":20}},',
    ])
      expect(read(end)).toBeUndefined();
  });

  it.each(['{"_docket":"124"}', '{"_docket":{"title":"A"}}', '{"_docket":{"rows":1},"title":"A"}', '{"_docket":null}'])(
    'reads another row with the same name: %s',
    (text) => {
      expect(read(text)).toBeDefined();
    },
  );

  it('reads an object that a comma follows', () => {
    expect(read('{"id": 1}, \t')).toEqual({ line: 1, fields: { id: 1 } });
    expect(read('{"id": 1},,')).toMatchObject({ errors: [{ detail: 'must be valid JSON' }] });
  });

  it.each(['9007199254740991', '0', '-5', '1710148930.123', '1E3'])('reads the exact number %s', (number) => {
    expect(read(`{"id": ${number}, "other": 9007199254740993}`)).toMatchObject({ fields: { id: Number(number) } });
  });

  it.each([
    ['{"-Nx1": {"title": "A", "description": "b"}}', { title: 'A', description: 'b' }],
    ['{"tickets": {"-Nx1": {"subject": "A", "status": "open"}}}', { subject: 'A', status: 'open' }],
    ['{"Item": {"title": {"S": "A"}, "priority": {"S": "low"}}}', { 'title.S': 'A', 'priority.S': 'low' }],
    ['{"ticket": {"title": "A", "description": "b"}}', { 'ticket.title': 'A', 'ticket.description': 'b' }],
    ['{"user": {"id": 1, "name": "Ann"}}', { 'user.id': 1, 'user.name': 'Ann' }],
    ['{"error": {"title": "Forbidden"}}', { 'error.title': 'Forbidden' }],
    ['{"x": {"title": "A", "status": "open"}, "n": 1}', { 'x.title': 'A', 'x.status': 'open', n: 1 }],
  ])('reads the record that has a name of its own: %s', (text, fields) => {
    expect(read(text)).toEqual({ line: 1, fields });
  });

  it('reads the bulk format of Elasticsearch, with the ids of its actions', () => {
    const reader = new JsonReader();
    const lines = [
      '{"index": {"_index": "tickets", "_id": "7"}}',
      '{"title": "A"}',
      '{"delete": {"_id": "8"}}',
      '{"title": "B"}',
      '{"update": {"_id": 9}}',
      '{"doc": {"title": "C"}}',
      '{"title": "D"}',
    ];
    const rows = lines.map((text, index) =>
      reader.read({ line: index + 1, start: 0, end: text.length, bytes: new TextEncoder().encode(text) }),
    );

    expect(rows).toEqual([
      undefined,
      { line: 2, fields: { _id: '7', title: 'A' } },
      undefined,
      { line: 4, fields: { title: 'B' } },
      undefined,
      { line: 6, fields: { _id: 9, 'doc.title': 'C' } },
      { line: 7, fields: { title: 'D' } },
    ]);
  });
});
