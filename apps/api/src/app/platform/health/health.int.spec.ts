import { type TestApp, startTestApp } from '../../../testing/test-app';

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
afterAll(() => api.close());

it('is alive and ready on a migrated database', async () => {
  const alive = await api.inject({ method: 'GET', url: '/healthz' });
  const ready = await api.inject({ method: 'GET', url: '/readyz/' });

  expect([alive.statusCode, alive.json()]).toEqual([200, { status: 'ok' }]);
  expect([ready.statusCode, ready.json()]).toEqual([200, { status: 'ok', writable: true, reasons: [] }]);
});

it('is alive but not ready if a migration is missing', async () => {
  await api.database.query('ALTER TABLE migrations RENAME TO elsewhere');

  const alive = await api.inject({ method: 'GET', url: '/healthz' });
  const ready = await api.inject({ method: 'GET', url: '/readyz' });
  await api.database.query('ALTER TABLE elsewhere RENAME TO migrations');
  const again = await api.inject({ method: 'GET', url: '/readyz' });

  expect([alive.statusCode, ready.statusCode, again.statusCode]).toEqual([200, 503, 200]);
});
