import { VALID_ROW, sendFile, storedTickets } from '../../../testing/import-requests';
import { textContaining } from '../../../testing/matchers';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { ProblemDto } from '../../platform/problems/problem.dto';
import type { ImportResultDto } from './import-result.dto';

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
beforeEach(() => api.database.query('DELETE FROM tickets'));
afterAll(() => api.close());

const DEFAULTS = 'default_category=general&default_priority=medium&default_description=title';

async function importFile(type: string, file: string | Buffer, query = ''): Promise<ImportResultDto> {
  const response = await sendFile(api, type, file, `?${DEFAULTS}&${query}`);
  expect(response.statusCode).toBe(200);
  return response.json<ImportResultDto>();
}

const importJson = (document: unknown, query?: string) =>
  importFile('application/json', JSON.stringify(document), query);

describe('an import of CSV with lines before the header row', () => {
  const REPORT = 'Open tickets\n"Generated 27.11.2026, 08:15"\n\nNumber;Subject;Priority\nT-1;A;High\nT-2;;Low\n';

  it('finds the header row, says where it is, and counts the lines of the file', async () => {
    const result = await importFile('text/csv', REPORT);

    expect(result).toMatchObject({
      imported: 1,
      rejected: 1,
      errors: [{ line: 6, errors: [{ pointer: '/title' }] }],
      reading: { file: { separator: ';', header_line: 4 } },
    });
    expect(await storedTickets(api)).toMatchObject([{ external_id: 'T-1', title: 'A', priority: 'high' }]);
  });

  it('finds it by the column that the caller names, and lists its columns if none has the titles', async () => {
    const file = 'Export\n\nNr,Was,Wann\n1,A,x\n2,B,y\n3,C,z\n';

    const refused = await sendFile(api, 'text/csv', file);
    const result = await importFile('text/csv', file, 'map=title=Was');

    expect(refused.json<ProblemDto>().errors?.[0]?.detail).toContain('the columns are "Nr", "Was", "Wann"');
    expect(result).toMatchObject({ imported: 3, rejected: 0 });
  });

  it.each(['^', '~', '\x1f', '\x01'])('finds the separator %j', async (separator) => {
    const rows = ['id,title,status', '1,A,open', '2,B,closed'];
    const file = rows.map((row) => row.replaceAll(',', separator)).join('\n');

    expect(await importFile('text/csv', file)).toMatchObject({ imported: 2, reading: { file: { separator } } });
  });
});

describe('an import of JSON of another shape', () => {
  const rows = [
    ['1', 'A', 'high'],
    ['2', 'B', 'P9'],
  ];
  const names = ['id', 'title', 'priority'];
  const records = rows.map(([id, title, priority]) => ({ id, title, priority }));

  it.each([
    ['columns and rows', { columns: names, rows }],
    ['columns with types and rows', { columns: names.map((name) => ({ name, type: 'text' })), rows }],
    ['columns and data of pandas', { columns: names, index: [0, 1], data: rows }],
    ['rows before columns', { total: 2, data: rows, columns: names }],
    ['a list of lists', [names, ...rows]],
    ['the values of a spreadsheet', { range: 'A1:C3', majorDimension: 'ROWS', values: [names, ...rows] }],
    [
      'hits of Elasticsearch',
      {
        took: 5,
        hits: {
          total: { value: 2 },
          hits: rows.map(([id, title, priority]) => ({ _id: id, _source: { title, priority } })),
        },
      },
    ],
    [
      'the children of a node of Firebase',
      { tickets: Object.fromEntries(records.map((one) => [`-Nx${one.id}`, one])) },
    ],
    ['the index of pandas', Object.fromEntries(records.map((one, n) => [n, one]))],
    [
      'a table of pandas',
      { schema: { fields: names.map((name) => ({ name, type: 'string' })), primaryKey: ['id'] }, data: records },
    ],
    ['a list inside four objects', { a: { b: { c: { tickets: records } } } }],
    [
      'edges of GraphQL',
      {
        data: {
          desk: { tickets: { edges: rows.map(([id, title, priority]) => ({ node: { id, title, priority } })) } },
        },
      },
    ],
    [
      'properties of HubSpot',
      { results: rows.map(([id, subject, priority]) => ({ id, properties: { subject, priority } })) },
    ],
  ])('reads %s, in one line and in many', async (_name, document) => {
    for (const text of [JSON.stringify(document), JSON.stringify(document, null, 2)]) {
      for (const type of ['application/json', 'application/x-ndjson', 'text/plain']) {
        await api.database.query('DELETE FROM tickets');
        expect(await importFile(type, text)).toMatchObject({ imported: 2, rejected: 0 });
        expect(await storedTickets(api)).toMatchObject([
          { external_id: '1', title: 'A', priority: 'high' },
          { external_id: '2', title: 'B', priority: 'medium' },
        ]);
      }
    }
  });

  it.each([
    ['actions of Elasticsearch', rows.flatMap(([_id, title, priority]) => [{ index: { _id } }, { title, priority }])],
    [
      'documents',
      rows.map(([_id, title, priority]) => ({ _index: 't', _type: '_doc', _id, _source: { title, priority } })),
    ],
    ['pages', records.map((record) => ({ data: { tickets: [record] }, next: 'x' }))],
    ['children of a node of Firebase', records.map((record) => ({ [`-Nx${record.id}`]: record }))],
  ])('reads lines of %s', async (_name, lines) => {
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    for (const type of ['application/json', 'application/x-ndjson', 'text/plain']) {
      await api.database.query('DELETE FROM tickets');
      expect(await importFile(type, text)).toMatchObject({ imported: 2, rejected: 0 });
      expect(await storedTickets(api)).toMatchObject([
        { external_id: '1', title: 'A', priority: 'high', category: 'general' },
        { external_id: '2', title: 'B', priority: 'medium', category: 'general' },
      ]);
    }
  });

  it.each([
    { title: { 0: 'A', 1: 'B' }, status: { 0: 'open', 1: 'new' } },
    { title: ['A', 'B'], status: ['open', 'new'] },
  ])('says that the columns of %j are no tickets', async (document) => {
    const result = await importJson(document);

    expect(result).toMatchObject({
      imported: 0,
      errors: [{ row: 1, errors: [{ detail: textContaining('in pandas with orient="records"') }] }],
    });
  });

  it('says that a large document needs a list', async () => {
    const result = await importJson({
      title: Object.fromEntries(Array.from({ length: 90_000 }, (_, n) => [n, 'Lorem ipsum'])),
    });

    expect(result).toMatchObject({
      errors: [{ row: 1, errors: [{ detail: 'must be at most 1,572,864 bytes, or a list of tickets' }] }],
    });
  });

  it('reads lines after a byte order mark', async () => {
    const file = `\ufeff${records.map((one) => JSON.stringify(one)).join('\r\n')}\r\n`;

    for (const type of ['application/json', 'application/x-ndjson', 'text/plain']) {
      await api.database.query('DELETE FROM tickets');
      expect(await importFile(type, file)).toMatchObject({ imported: 2, rejected: 0 });
    }
  });

  it('reads lines that are lists after a line of columns', async () => {
    const file = [names, ...rows].map((row) => JSON.stringify(row)).join('\n');

    expect(await importFile('application/x-ndjson', file)).toMatchObject({ imported: 2, rejected: 0 });
  });

  it('reports lists that are too long, and rows that are no lists', async () => {
    const result = await importJson({ columns: ['title'], rows: [['A', 'b'], { title: 'B' }, 'C', ['D', null], []] });

    expect(result).toMatchObject({
      imported: 1,
      errors: [
        { row: 1, errors: [{ detail: textContaining('at most 1 values') }] },
        { row: 2, errors: [{ detail: 'must be a list' }] },
        { row: 3, errors: [{ detail: 'must be a list' }] },
      ],
    });
  });

  it.each([
    [{ columns: Array(1001).fill('a'), rows: [[1]] }, 'must have at most 1,000 columns'],
    [{ columns: ['x'.repeat(70_000)], rows: [[1]] }, 'must have a header row of at most 65,536 bytes'],
    [{ rows: [[1, 'A']], total: 1 }, 'must name a column for the title'],
    [
      { rows: Array.from({ length: 30_000 }, () => [1, 'A']), columns: ['id', 'title'] },
      'must name a column for the title',
    ],
  ])('refuses columns that it cannot use: %#', async (document, detail) => {
    const response = await sendFile(api, 'application/json', JSON.stringify(document), `?${DEFAULTS}`);

    expect(response.statusCode).toBe(400);
    expect(response.json<ProblemDto>().errors?.[0]?.detail).toContain(detail);
  });

  it('reads formatted descriptions as text', async () => {
    const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
    const description = { type: 'doc', version: 1, content: [paragraph('It is broken.'), paragraph('Since Monday.')] };

    await importJson({ issues: [{ key: 'D-1', fields: { summary: 'A', description } }] });

    expect(await storedTickets(api)).toMatchObject([{ title: 'A', description: 'It is broken.\nSince Monday.' }]);
  });

  it('finds the product that numbers its priorities by any of the first rows', async () => {
    const result = await importJson([
      { title: 'A', priority: 1 },
      { title: 'B', priority: 2, sys_id: 'x' },
    ]);

    expect(result).toMatchObject({ imported: 2 });
    expect(await storedTickets(api)).toMatchObject([{ priority: 'critical' }, { priority: 'high' }]);
  });
});

describe('names and words of more than 100 characters', () => {
  const name = `The problem of the customer ${'x'.repeat(100)}`;
  const word = `priority ${'y'.repeat(200)}`;

  it('are mapped by what answers show', async () => {
    const file = `id,${name},Priority\n1,A,${word}\n`;
    const shown = (text: string) => `${text.slice(0, 99)}…`;

    const query = new URLSearchParams([
      ['map', `title=${shown(name)}`],
      ['map', `priority.${shown(word)}=critical`],
    ]);
    const result = await importFile('text/csv', file, query.toString());

    expect(result).toMatchObject({ imported: 1, reading: { words: [{ word: shown(word), label: 'critical' }] } });
    expect(await storedTickets(api)).toMatchObject([{ title: 'A', priority: 'critical' }]);
  });
});

describe('the encoding of an import', () => {
  const DOS = Buffer.from('title,description\nDrucker l\x84uft \x81ber,Die Gr\x94\xe1e stimmt nicht\n', 'latin1');

  it('is guessed and named, also if it is a code page of DOS', async () => {
    const result = await importFile('text/csv', DOS);

    expect(result).toMatchObject({ reading: { file: { encoding: 'ibm850', encoding_guessed: true } } });
    expect(await storedTickets(api)).toMatchObject([
      { title: 'Drucker läuft über', description: 'Die Größe stimmt nicht' },
    ]);
  });

  it('is the one that the caller names, rather than that of the media type', async () => {
    const result = await importFile('text/csv; charset=utf-8', DOS, 'encoding=CP437&check=true');

    expect(result).toMatchObject({
      reading: { file: { encoding: 'ibm437', encoding_guessed: false } },
      check: { tickets: [{ title: 'Drucker läuft über' }] },
    });
  });

  it.each(['utf-33', 'x'.repeat(100)])('must be known: %#', async (encoding) => {
    const response = await sendFile(api, 'text/csv', 'title\nA\n', `?encoding=${encoding}`);

    expect(response.json()).toMatchObject({ status: 400, errors: [{ parameter: 'encoding' }] });
  });
});

describe('a check of the first part of a file', () => {
  it.each([
    ['text/csv', 'Subject,Priority\nA,low\nB,hi', 1],
    ['text/csv', 'Subject,Priority\nA,low\nB,high\n', 2],
    ['application/x-ndjson', '{"title":"A","priority":"low"}\n{"title":"B","prio', 1],
    ['application/json', '[{"title":"A","priority":"low"},{"title":"B","priority":"hi', 1],
    ['application/json', '[{"title":"A","priority":"low"},', 1],
    ['application/json', '[{"title":"A","prio', 0],
    ['text/csv', 'Subject,Priority', 0],
  ])('leaves out what is cut off, with its words: %s %j', async (type, file, rows) => {
    const { check, rejected, reading } = await importFile(type, file, 'check=true&partial=true');

    expect({ rows: check?.rows, rejected }).toEqual({ rows, rejected: 0 });
    expect(reading?.words.map(({ word }) => word)).toEqual(['low', 'high'].slice(0, rows));
  });
});

it('uses no ticket number for a row that is stored already', async () => {
  const file = [1, 2, 3].map((id) => JSON.stringify({ ...VALID_ROW, id })).join('\n');
  await importFile('application/x-ndjson', file);
  for (let times = 0; times < 3; times++)
    expect(await importFile('application/x-ndjson', file)).toMatchObject({ already_imported: 3 });

  await importFile('application/x-ndjson', JSON.stringify({ ...VALID_ROW, id: 4 }));

  const ids = (await storedTickets(api)).map(({ id }) => Number(id));
  expect(ids.map((id) => id - (ids[0] ?? 0))).toEqual([0, 1, 2, 3]);
});
