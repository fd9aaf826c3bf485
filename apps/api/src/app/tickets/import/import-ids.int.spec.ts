import { sendFile, storedTickets } from '../../../testing/import-requests';
import { textContaining } from '../../../testing/matchers';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { ImportResultDto } from './import-result.dto';

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
beforeEach(() => api.database.query('DELETE FROM tickets'));
afterAll(() => api.close());

const DEFAULTS = 'default_category=general&default_priority=medium';

async function importCsv(file: string, query = ''): Promise<ImportResultDto> {
  const response = await sendFile(api, 'text/csv', file, `?${DEFAULTS}&${query}`);
  expect(response.statusCode).toBe(200);
  return response.json<ImportResultDto>();
}

describe('the ids of rows', () => {
  const file = `ID,Subject\n${Array.from({ length: 600 }, (_, row) => `T-${row},Row ${row}\n`).join('')}`;

  it('import each row once', async () => {
    const first = await importCsv(file);
    const second = await importCsv(`${file}T-600,new\n`);

    expect(first).toMatchObject({ imported: 600, rejected: 0 });
    expect(first).not.toHaveProperty('already_imported');
    expect(second).toMatchObject({ imported: 1, already_imported: 600, rejected: 0 });
    expect(await storedTickets(api)).toHaveLength(601);
  });

  it('import each row once when two imports run at once', async () => {
    const results = await Promise.all([importCsv(file), importCsv(file)]);

    const sum = (name: 'imported' | 'already_imported') => results.reduce((all, one) => all + (one[name] ?? 0), 0);
    expect([sum('imported'), sum('already_imported')]).toEqual([600, 600]);
    expect(await storedTickets(api)).toHaveLength(600);
  });

  it('reject a row whose id belongs to another ticket, rather than lose it', async () => {
    const result = await importCsv('ID,Subject,Created\n1,one,2024-01-01T00:00:00Z\n1,two,2024-01-02T00:00:00Z\n');
    const edited = await importCsv('ID,Subject,Created\n1,changed title,2024-01-01T00:00:00Z\n');

    expect(result).toMatchObject({
      imported: 1,
      rejected: 1,
      errors: [{ line: 3, errors: [{ pointer: '/external_id', detail: textContaining('"1" is; map=external_id=-') }] }],
    });
    expect(edited).toMatchObject({ imported: 0, already_imported: 1, rejected: 0 });
  });

  it('change nothing when the same file comes again after a title was changed here', async () => {
    const file = 'ID,Subject\nX-1,Scanner offline\nX-2,Badge lost\n';
    await importCsv(file);
    const [first] = await storedTickets(api);
    for (const title of ['Scanner offline in hall 3', 'Scanners offline']) {
      const url = `/api/tickets/${String(first?.['id'])}`;
      expect((await api.inject({ method: 'PATCH', url, payload: { title } })).statusCode).toBe(200);
    }

    expect(await importCsv(file)).toMatchObject({ imported: 0, already_imported: 2, rejected: 0 });
    expect(await importCsv('ID,Subject\nX-1,Scanner offline\nX-1,Another problem\n')).toMatchObject({
      already_imported: 1,
      rejected: 1,
    });
  });

  it('are unique and short in the database too, and not part of a ticket in answers', async () => {
    await importCsv('ID,Subject\nA,a\n');

    const [ticket] = await storedTickets(api);
    const answer = await api.inject({ method: 'GET', url: `/api/tickets/${String(ticket?.['id'])}` });
    const write = (id: string) => api.database.query('UPDATE tickets SET external_id = $1', [id]);
    expect(answer.json()).not.toHaveProperty('external_id');
    await expect(write('x'.repeat(256))).rejects.toMatchObject({ code: '23514' });
    await expect(
      api.database.query(
        "INSERT INTO tickets (title, description, category, priority, external_id) VALUES ('a','b','general','low','A')",
      ),
    ).rejects.toMatchObject({ code: '23505' });
  });
});
