import { type TestApp, startTestApp } from '../../../testing/test-app';

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
  await api.database.query('DROP TABLE tickets, migrations CASCADE');
});
afterAll(() => api.close());

const TICKET = { title: 'a', description: 'b', category: 'billing', priority: 'low' };

it.each([
  ['GET', '/api/tickets/', undefined],
  ['GET', '/api/tickets/1/', undefined],
  ['POST', '/api/tickets/', TICKET],
  ['PATCH', '/api/tickets/1/', { status: 'closed' }],
] as const)(
  'responds 503 to %s %s if the database was replaced by one without tables',
  async (method, url, payload) => {
    const response = await api.inject({ method, url, ...(payload && { payload }) });

    expect(response.statusCode).toBe(503);
    expect(response.json()).toMatchObject({ detail: 'The database lacks tables of this version. Nothing was stored' });
    expect((await api.inject({ method: 'GET', url: '/readyz' })).json()).toMatchObject({
      reasons: ['migrations-pending'],
    });
  },
);
