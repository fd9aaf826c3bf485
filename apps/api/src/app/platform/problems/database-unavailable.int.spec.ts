import { type TestApp, startTestApp } from '../../../testing/test-app';

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
afterAll(() => api.close());

const TICKET = { title: 'a', description: 'b', category: 'billing', priority: 'low' };

it.each([
  ['GET', '/api/tickets/', undefined],
  ['GET', '/api/tickets/1/', undefined],
  ['GET', '/api/tickets/stats/', undefined],
  ['POST', '/api/tickets/', TICKET],
  ['PATCH', '/api/tickets/1/', { status: 'closed' }],
] as const)('responds 503 with Retry-After to %s %s if the database is unavailable', async (method, url, payload) => {
  if (api.database.isInitialized) await api.database.destroy();

  const response = await api.inject({ method, url, ...(payload && { payload }) });

  expect(response.statusCode).toBe(503);
  expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
  expect(response.json()).toMatchObject({ type: '/problems/unavailable' });
});
