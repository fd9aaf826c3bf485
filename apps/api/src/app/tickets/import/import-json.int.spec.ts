import { VALID_ROW, sendFile, storedTickets } from '../../../testing/import-requests';
import { textContaining } from '../../../testing/matchers';
import { type TestApp, startTestApp } from '../../../testing/test-app';

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
beforeEach(() => api.database.query('DELETE FROM tickets'));
afterAll(() => api.close());

const send = (payload: string | Buffer, type = 'application/json') => sendFile(api, type, payload);

describe('the import of a JSON document', () => {
  it.each([
    ['an array', [VALID_ROW, VALID_ROW]],
    ['an object around it', { count: 2, tickets: [VALID_ROW, VALID_ROW], next_page: null }],
    ['objects around it', { data: { issues: [VALID_ROW, VALID_ROW] }, users: [{ name: 'Ann' }] }],
  ])('imports %s, in one line and in many, whatever its media type is', async (_name, document) => {
    const texts = [JSON.stringify(document), JSON.stringify(document, null, 2)];
    const types = ['application/json', 'application/x-ndjson', 'text/csv'];

    for (const text of texts)
      for (const type of types) expect((await send(text, type)).json()).toMatchObject({ imported: 2, rejected: 0 });

    expect(await storedTickets(api)).toHaveLength(2 * texts.length * types.length);
  });

  it('imports NDJSON that is called JSON, and CSV that is called JSON', async () => {
    const lines = await send(
      `${JSON.stringify(VALID_ROW)}\n${JSON.stringify({ ...VALID_ROW, comments: [{ id: 1 }] })}\n`,
    );
    const csv = await send('title,description,category,priority\nA,b,general,low\n');

    expect(lines.json()).toMatchObject({ imported: 2, rejected: 0 });
    expect(csv.json()).toMatchObject({ imported: 1, rejected: 0 });
  });

  it('imports JSON behind the prefix of a web service, with a time as a formula', async () => {
    const rows = [{ ...VALID_ROW, created_at: '="2026-03-04"' }];
    const file = `)]}'\n${JSON.stringify({ tickets: rows })}`;
    const response = await sendFile(api, 'application/json', file, '?time_zone=UTC');

    expect(response.json()).toMatchObject({ imported: 1, rejected: 0 });
    expect(await storedTickets(api)).toMatchObject([{ created_at: '2026-03-04T00:00:00.000Z' }]);
  });

  it('imports a JSON text sequence (RFC 7464)', async () => {
    const sequence = [VALID_ROW, VALID_ROW].map((row) => `\x1e${JSON.stringify(row)}\n`).join('');

    for (const type of ['application/json-seq', 'application/json', 'text/plain'])
      expect((await send(sequence, type)).json()).toMatchObject({ imported: 2, rejected: 0 });
  });

  it('reports invalid records with their lines, and goes on', async () => {
    const long = JSON.stringify({ ...VALID_ROW, description: 'x'.repeat(2_000_000) });
    const response = await send(`[\n${long},\n{"title": },\n7,\n${JSON.stringify(VALID_ROW)},\n{"title":"cut`);

    expect(response.json()).toMatchObject({
      imported: 1,
      rejected: 4,
      errors: [
        { line: 2, row: 1, errors: [{ pointer: '', detail: 'must be at most 1,572,864 bytes' }] },
        { line: 3, row: 2, errors: [{ pointer: '', detail: 'must be valid JSON' }] },
        { line: 4, row: 3, errors: [{ pointer: '', detail: 'must be an object' }] },
        { line: 6, row: 5, errors: [{ pointer: '', detail: textContaining('cut off') }] },
      ],
    });
  });

  it('names the numbers of invalid records of a document in one line', async () => {
    const rows = [VALID_ROW, { ...VALID_ROW, title: '' }, VALID_ROW, { ...VALID_ROW, priority: 'P9' }];
    const response = await send(JSON.stringify({ tickets: rows }));

    expect(response.json()).toMatchObject({
      imported: 2,
      errors: [
        { line: 1, row: 2, errors: [{ pointer: '/title' }] },
        { line: 1, row: 4, errors: [{ pointer: '/priority' }] },
      ],
    });
  });

  it('accepts 5 MB of brackets as one invalid record, and an object that nests 100,000 others', async () => {
    const nested = `[{"title":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}]`;

    expect((await send('['.repeat(5_000_000))).json()).toMatchObject({ imported: 0, rejected: 1 });
    expect((await send('{"a":'.repeat(1_000_000))).json()).toMatchObject({ imported: 0, rejected: 1 });
    expect((await send(nested)).json()).toMatchObject({ imported: 0, rejected: 1 });
  });

  it('names the encoding that it guesses, and uses the one that the media type declares', async () => {
    const file = Buffer.from(JSON.stringify([{ ...VALID_ROW, title: 'Gr\xf6\xdfe \xe4ndern' }]), 'latin1');
    const utf16 = Buffer.from(`\ufeff${JSON.stringify([VALID_ROW])}`, 'utf16le');

    expect((await send(file)).json()).toMatchObject({
      imported: 1,
      reading: { file: { format: 'json', encoding: 'windows-1252', encoding_guessed: true } },
    });
    expect((await send(file, 'application/json; charset="ISO-8859-1"')).json()).toMatchObject({
      reading: { file: { encoding: 'windows-1252', encoding_guessed: false } },
    });
    expect((await send(utf16)).json()).toMatchObject({ imported: 1, reading: { file: { encoding: 'utf-16le' } } });
    expect((await storedTickets(api)).map(({ title }) => title)).toEqual([
      'Größe ändern',
      'Größe ändern',
      VALID_ROW.title,
    ]);
  });

  it('still parses JSON as JSON on other routes', async () => {
    const response = await api.inject({ method: 'POST', url: '/api/tickets/', payload: VALID_ROW });

    expect(response.statusCode).toBe(201);
  });
});
