import { VALID_ROW, ndjson, sendFile, storedTickets } from '../../../testing/import-requests';
import { anyString } from '../../../testing/matchers';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { ProblemDto } from '../../platform/problems/problem.dto';
import type { ImportResultDto } from './import-result.dto';

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
beforeEach(() => api.database.query('DELETE FROM tickets'));
afterAll(() => api.close());

const sendNdjson = (payload: string | Buffer, query?: string) => sendFile(api, 'application/x-ndjson', payload, query);
const sendCsv = (payload: string | Buffer, query?: string) => sendFile(api, 'text/csv', payload, query);

describe('POST /api/tickets/import/', () => {
  it.each(['/api/tickets/import', '/api/tickets/import/'])('accepts NDJSON at %s', async (path) => {
    const response = await api.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/x-ndjson; charset=utf-8' },
      payload: ndjson({}, { status: 'closed' }),
    });

    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({ imported: 2, rejected: 0, errors: [] });
    expect(await storedTickets(api)).toMatchObject([
      { ...VALID_ROW, status: 'open', version: 1 },
      { ...VALID_ROW, status: 'closed' },
    ]);
  });

  it('lists the first 1,000 errors and counts all of them', async () => {
    const response = await sendNdjson(ndjson({ title: 'good' }) + '{}\n'.repeat(1001) + ndjson({ title: 'good' }));

    const { imported, rejected, errors } = response.json<ImportResultDto>();
    expect({ imported, rejected }).toEqual({ imported: 2, rejected: 1001 });
    expect(errors).toHaveLength(1000);
    expect(errors[999]?.line).toBe(1001);
  });

  it('fills empty properties with the defaults and counts them', async () => {
    const response = await sendNdjson(
      ndjson({ category: null, priority: '', status: null }, { category: undefined }, {}, { priority: ['P1'] }),
      '?default_category=general&default_priority=medium',
    );
    const csv = await sendCsv('title,description\nA,b\n', '?default_category=billing&default_priority=low');

    expect(response.json()).toMatchObject({ imported: 3, rejected: 1 });
    expect(response.headers).toMatchObject({ 'x-defaulted-category-count': '2', 'x-defaulted-priority-count': '1' });
    expect(csv.json()).toMatchObject({ imported: 1 });
    expect((await storedTickets(api)).map(({ category, priority, status }) => [category, priority, status])).toEqual([
      ['general', 'medium', 'open'],
      ['general', 'high', 'open'],
      ['account', 'high', 'open'],
      ['billing', 'low', 'open'],
    ]);
  });

  it('rejects rows without properties if there are no defaults', async () => {
    const response = await sendNdjson(ndjson({ category: null, priority: undefined }), '?default_category=');

    expect(response.json<ImportResultDto>().errors).toEqual([
      {
        line: 1,
        errors: [
          { pointer: '/category', detail: 'is required' },
          { pointer: '/priority', detail: 'is required' },
        ],
      },
    ]);
  });

  it.each(['?default_category=General', '?default_status=open', '?default_priority=low&default_priority=high'])(
    'rejects the parameters %s',
    async (query) => {
      const response = await sendNdjson(ndjson({}), query);

      expect(response.statusCode).toBe(400);
      expect(response.json<ProblemDto>().errors).toEqual([{ parameter: anyString(), detail: anyString() }]);
      expect(await storedTickets(api)).toEqual([]);
    },
  );

  it.each(['text/html', 'application/pdf', 'multipart/form-data; boundary=x', '__proto__'])(
    'rejects the media type %s',
    async (type) => {
      const response = await sendFile(api, type, '{"not": "json"');

      expect(response.statusCode).toBe(415);
      expect(response.json<ProblemDto>().detail).toContain('application/x-ndjson or text/csv');
    },
  );

  it('rejects a missing media type, a compressed body, and a file on another route', async () => {
    const untyped = await api.inject({ method: 'POST', url: '/api/tickets/import/' });
    const compressed = await api.inject({
      method: 'POST',
      url: '/api/tickets/import/',
      headers: { 'content-type': 'text/csv', 'content-encoding': 'gzip' },
      payload: 'x',
    });
    const elsewhere = await api.inject({
      method: 'POST',
      url: '/api/tickets/',
      headers: { 'content-type': 'application/x-ndjson' },
      payload: ndjson({}),
    });

    expect([untyped, compressed, elsewhere].map(({ statusCode }) => statusCode)).toEqual([415, 415, 415]);
  });

  it('accepts two files at once', async () => {
    const rows = (title: string) =>
      ndjson(...Array.from({ length: 1200 }, (_, index) => ({ title: `${title} ${index}` })));

    const responses = await Promise.all([sendNdjson(rows('one')), sendNdjson(rows('two'))]);

    expect(responses.map((response) => response.json<ImportResultDto>().imported)).toEqual([1200, 1200]);
    expect(await storedTickets(api)).toHaveLength(2400);
  });
});
