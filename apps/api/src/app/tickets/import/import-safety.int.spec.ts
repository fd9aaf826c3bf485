import { VALID_ROW, ndjson, sendFile, storedTickets } from '../../../testing/import-requests';
import { type TestApp, startTestApp } from '../../../testing/test-app';

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
});
