import { VALID_ROW, ndjson, sendFile, storedTickets } from '../../../testing/import-requests';
import { textContaining } from '../../../testing/matchers';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { ProblemDto } from '../../platform/problems/problem.dto';

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
beforeEach(() => api.database.query('DELETE FROM tickets'));
afterAll(() => api.close());

describe('an import', () => {
  it('keeps ids that are longer than exact numbers, and both rows', async () => {
    const rows = ['12345678901234567890', '12345678901234567891'].map((id) =>
      JSON.stringify(VALID_ROW).replace('{', `{"id":${id},`),
    );

    const document = await sendFile(api, 'application/json', `[${rows.join(',')}]`);
    const lines = await sendFile(api, 'application/x-ndjson', rows.join('\n'));

    expect([document.json(), lines.json()]).toMatchObject([
      { imported: 2, rejected: 0 },
      { imported: 0, rejected: 0, already_imported: 2 },
    ]);
    expect(await storedTickets(api)).toMatchObject([
      { external_id: '12345678901234567890' },
      { external_id: '12345678901234567891' },
    ]);
  });

  it.each(['check', 'check=', 'partial&check', 'check=true&partial='])('stores nothing with ?%s', async (query) => {
    const response = await sendFile(api, 'application/x-ndjson', ndjson({}), `?${query}`);

    expect(response.json()).toMatchObject({ imported: 0, check: { importable: 1 } });
    expect(await storedTickets(api)).toEqual([]);
  });

  it.each([
    'text/plain',
    'application/vnd.ms-excel',
    'application/csv',
    'text/x-csv',
    'application/ndjson',
    'application/jsonl',
    'application/x-jsonlines',
    'application/x-ldjson',
    'application/json-seq',
    'application/octet-stream',
    'text/json; charset=utf-8',
    'TEXT/PLAIN; charset="UTF-8"',
  ])('takes CSV, NDJSON and JSON as %s: the content decides', async (type) => {
    const csv = 'title,description,category,priority\nA,b,general,low\n';

    for (const file of [csv, ndjson({}), ndjson({}, {}), JSON.stringify([VALID_ROW])])
      expect((await sendFile(api, type, file)).json()).toMatchObject({ rejected: 0, errors: [] });

    expect(await storedTickets(api)).toHaveLength(5);
  });

  it.each(['utf-33', '"no such"', 'cp1047'])('refuses the charset %s', async (charset) => {
    const response = await sendFile(api, `text/csv; charset=${charset}`, 'Subject\na\n');

    expect(response.statusCode).toBe(400);
    expect(response.json<ProblemDto>().errors?.[0]?.detail).toContain(
      `charset "${charset.replaceAll('"', '')}" is not known`,
    );
    expect(await storedTickets(api)).toEqual([]);
  });

  it.each([
    ['PK\x03\x04\x14\0\x06\0\x08\0[Content_Types].xml', 'is a spreadsheet (XLSX or ODS): open it and save it as CSV'],
    ['PK\x03\x04\x14\0tickets.csv', 'or a ZIP archive'],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'is an older Excel workbook (XLS)'],
    ['\x1f\x8b\x08\0', 'is compressed (gzip): unpack it'],
    ['%PDF-1.7\n', 'is a PDF document'],
    ['\xef\xbb\xbf<?xml version="1.0"?><rss>', 'is XML'],
    ['<tickets>\n  <ticket>', 'is XML'],
    ['<html><table>', 'is a web page (HTML)'],
    ['\xff\xfe\0\0t\0\0\0', 'is encoded in UTF-32'],
    ['\0\0\xfe\xff\0\0\0t', 'is encoded in UTF-32'],
    [
      '[\n{"type":"header","version":"5.2.1","comment":"Export to JSON plugin for PHPMyAdmin"},\n{"type":"database","name":"desk"}',
      'is a JSON export of phpMyAdmin',
    ],
    ['\x1b$)Ctitle\n\x0e@eAx\x0f', 'is encoded in ISO-2022-KR'],
    ['title\n\x1b$)A\x0eNJLb\x0f', 'is encoded in ISO-2022-CN'],
    ['title\n~{NJLb~}', 'is encoded in HZ'],
  ])('says what the file %j is, and what to do', async (start, detail) => {
    const response = await sendFile(api, 'text/csv', Buffer.from(`${start}${'x'.repeat(1000)}`, 'latin1'));

    expect(response.statusCode).toBe(400);
    expect(response.json<ProblemDto>().errors).toEqual([{ pointer: '', detail: textContaining(detail) }]);
  });

  it('shows no control characters of a header row', async () => {
    const response = await sendFile(api, 'text/csv', 'a\x1b[31m\0,b\x07\n1,2\n');

    expect(response.statusCode).toBe(400);
    expect(response.json<ProblemDto>().errors?.[0]?.detail).not.toMatch(/\p{Cc}/u);
  });
});
