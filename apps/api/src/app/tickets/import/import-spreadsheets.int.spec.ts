import { sendFile, storedTickets } from '../../../testing/import-requests';
import { textContaining } from '../../../testing/matchers';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { ImportResultDto } from './import-result.dto';

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
beforeEach(() => api.database.query('DELETE FROM tickets'));
afterAll(() => api.close());

const DEFAULTS = 'default_category=general&default_priority=medium&default_description=title&time_zone=Europe/Berlin';

async function importFile(type: string, file: string, query = ''): Promise<ImportResultDto> {
  const response = await sendFile(api, type, file, `?${DEFAULTS}&${query}`);
  expect(response.statusCode).toBe(200);
  return response.json<ImportResultDto>();
}

describe('an import of the table of a spreadsheet', () => {
  it('reads times that are numbers', async () => {
    await importFile('text/csv', 'id,title,created\n1,A,45234.5\n2,B,\n3,C,45235\n');
    await importFile('application/json', JSON.stringify([{ id: 4, title: 'D', created: 45234.75 }]));

    expect((await storedTickets(api)).map(({ created_at }) => created_at)).toMatchObject([
      '2023-11-04T11:00:00.000Z',
      textContaining('T'),
      '2023-11-04T23:00:00.000Z',
      '2023-11-04T17:00:00.000Z',
    ]);
  });

  it('refuses such numbers in a column of other times', async () => {
    const result = await importFile('text/csv', 'id,title,created\n1,A,2023-11-04\n2,B,45234.5\n');

    expect(result).toMatchObject({ imported: 1, errors: [{ line: 3, errors: [{ pointer: '/created_at' }] }] });
  });

  it('refuses a last row of totals, and says why', async () => {
    const file = 'Subject;Priority;Status;Hours\nA;low;open;2\nTotal;;;1234\n';
    const checked = await importFile('text/csv', file, 'check=true');
    const partial = await importFile('text/csv', file, 'check=true&partial=true');
    const result = await importFile('text/csv', file);

    const errors = [{ line: 3, errors: [{ pointer: '', detail: textContaining('the totals of a report') }] }];
    expect(checked).toMatchObject({ rejected: 1, errors, check: { rows: 2, importable: 1 } });
    expect(partial).toMatchObject({ rejected: 0, check: { rows: 2 } });
    expect(result).toMatchObject({ imported: 1, rejected: 1, errors });
    expect(await storedTickets(api)).toMatchObject([{ title: 'A' }]);
  });

  it('imports such a row before other rows', async () => {
    const result = await importFile('text/csv', 'Subject;Priority;Status;Hours\nTotal;;;1234\nA;low;open;2\n');

    expect(result).toMatchObject({ imported: 2, rejected: 0 });
  });
});
