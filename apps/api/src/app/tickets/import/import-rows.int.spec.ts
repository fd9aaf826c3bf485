import { ndjson, sendFile, storedTickets } from '../../../testing/import-requests';
import { textContaining } from '../../../testing/matchers';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { ProblemDto, ProblemErrorDto } from '../../platform/problems/problem.dto';
import type { ImportResultDto } from './import-result.dto';

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
beforeEach(() => api.database.query('DELETE FROM tickets'));
afterAll(() => api.close());

const sendNdjson = (payload: string | Buffer, query?: string) => sendFile(api, 'application/x-ndjson', payload, query);
const sendCsv = (payload: string | Buffer, query?: string) => sendFile(api, 'text/csv', payload, query);

describe('the rows of an import', () => {
  it.each(['', '\ufeff'])('reads files that start with %j', async (mark) => {
    const lines = await sendNdjson(mark + ndjson({}));
    const csv = await sendCsv(`${mark}"title",description,category,priority\nA,b,general,low`);

    expect(lines.json()).toEqual({ imported: 1, rejected: 0, errors: [] });
    expect(csv.json()).toEqual({ imported: 1, rejected: 0, errors: [] });
  });

  it('stores valid rows and reports every invalid field of the others, with their lines', async () => {
    const response = await sendNdjson(
      ndjson({ title: ' kept ' }) +
        '\n' +
        ndjson({ title: 'x'.repeat(201), priority: 'P9', status: ['Solved'] }) +
        '{"title": "cut off\r\n' +
        '[1]\n' +
        ndjson({ title: null, description: '  ' }) +
        ndjson({ description: 'a\0b' }) +
        ndjson({ title: 'last' }).trim(),
    );

    expect(response.json()).toMatchObject({
      imported: 2,
      rejected: 5,
      errors: [
        {
          line: 3,
          errors: [
            { pointer: '/title', detail: 'must be at most 200 characters' },
            {
              pointer: '/priority',
              detail: textContaining('must be one of low, medium, high, critical; map=priority.P9='),
            },
            { pointer: '/status', detail: 'must be one of open, in_progress, resolved, closed' },
          ],
        },
        { line: 4, errors: [{ pointer: '', detail: 'must be valid JSON' }] },
        { line: 5, errors: [{ pointer: '', detail: 'must be an object' }] },
        {
          line: 6,
          errors: [
            { pointer: '/title', detail: 'must be a text' },
            { pointer: '/description', detail: 'must not be blank' },
          ],
        },
        { line: 7, errors: [{ pointer: '/description', detail: 'must not contain the NUL character' }] },
      ],
    });
    expect((await storedTickets(api)).map(({ title }) => title)).toEqual(['kept', 'last']);
  });

  it('reports the same errors for a row as for a new ticket', async () => {
    const wrong = { title: '😀'.repeat(201), description: 7, category: ['Billing'], status: {} };

    const filed = await api.inject({ method: 'POST', url: '/api/tickets/', payload: wrong });
    const imported = await sendNdjson(JSON.stringify(wrong));

    const sorted = (errors: ProblemErrorDto[] = []) =>
      errors.map(({ pointer, detail }) => `${pointer} ${detail}`).sort();
    expect(sorted(imported.json<ImportResultDto>().errors[0]?.errors)).toEqual(sorted(filed.json<ProblemDto>().errors));
  });

  it('accepts an empty NDJSON file', async () => {
    expect((await sendNdjson('')).json()).toEqual({ imported: 0, rejected: 0, errors: [] });
    expect((await sendNdjson('\n \r\n')).json()).toEqual({ imported: 0, rejected: 0, errors: [] });
  });

  it('rejects a row that is too long without stopping', async () => {
    const long = 'x'.repeat(3_000_000);

    const lines = await sendNdjson(ndjson({ title: 'a' }, { description: long }, { title: 'b' }));
    const csv = await sendCsv(`title,description,category,priority\nA,"${long}\n",general,low\nB,c,general,low\n`);

    const errors = [{ pointer: '', detail: 'must be at most 1,572,864 bytes' }];
    expect(lines.json()).toEqual({ imported: 2, rejected: 1, errors: [{ line: 2, errors }] });
    expect(csv.json()).toEqual({ imported: 1, rejected: 1, errors: [{ line: 2, errors }] });
  });

  it('accepts a description of 100,000 characters and rejects a longer one', async () => {
    const response = await sendNdjson(
      ndjson({ description: '😀'.repeat(100_000) }, { description: 'x'.repeat(100_001) }),
    );

    expect(response.json()).toEqual({
      imported: 1,
      rejected: 1,
      errors: [{ line: 2, errors: [{ pointer: '/description', detail: 'must be at most 100,000 characters' }] }],
    });
    expect((await storedTickets(api))[0]?.['description']).toBe('😀'.repeat(100_000));
  });

  it('rejects rows that are not text in the encoding of the file, and lone surrogates', async () => {
    const utf8 = Buffer.from(ndjson({ title: 'Größe'.repeat(5) }));
    const broken = Buffer.concat([utf8, Buffer.from(ndjson({ title: 'Gr\xf6\xdfe' }), 'latin1'), utf8]);

    const lines = await sendNdjson(broken);
    const gbk = await sendFile(
      api,
      'text/csv; charset=gbk',
      Buffer.from('title,description,category,priority\n\xb1\xea,x,general,low\n\xff,x,general,low\n', 'latin1'),
    );
    const surrogate = await sendNdjson(ndjson({ title: 'half \ud83d' }));

    const errors = [{ pointer: '', detail: 'must be text in the encoding of the file' }];
    expect(lines.json()).toEqual({ imported: 2, rejected: 1, errors: [{ line: 2, errors }] });
    expect(gbk.json()).toMatchObject({ imported: 1, rejected: 1, errors: [{ line: 3, errors }] });
    expect(surrogate.json()).toMatchObject({ imported: 0, errors: [{ errors: [{ pointer: '/title' }] }] });
    expect((await storedTickets(api)).map(({ title }) => title)).toEqual(['Größe'.repeat(5), 'Größe'.repeat(5), '标']);
  });

  it('keeps created_at to the millisecond, and uses the current time without one', async () => {
    const before = Date.now();

    await sendNdjson(ndjson({ created_at: '2015-04-22T17:53:50.123456+02:00' }, { created_at: null }));

    const [old, fresh] = await storedTickets(api);
    expect(old).toMatchObject({
      created_at: '2015-04-22T15:53:50.123Z',
      updated_at: '2015-04-22T15:53:50.123Z',
    });
    expect(Math.abs(Date.parse(String(fresh?.['created_at'])) - before)).toBeLessThan(60_000);
    expect(fresh?.['updated_at']).toEqual(fresh?.['created_at']);
  });

  it.each([
    ['2015-04-22', 'must be an RFC 3339 time with its zone'],
    ['2015-04-22T15:53:50', 'must be an RFC 3339 time with its zone'],
    [1_429, 'must be an RFC 3339 time with its zone'],
    ['2999-01-01T00:00:00Z', 'must not be in the future'],
    ['0000-01-01T00:00:00Z', 'must not be before 1970'],
  ])('rejects the created_at %s', async (created_at, detail) => {
    const response = await sendNdjson(ndjson({ created_at }));

    expect(response.json()).toMatchObject({
      rejected: 1,
      errors: [{ line: 1, errors: [{ pointer: '/created_at', detail: textContaining(detail) }] }],
    });
  });
});
