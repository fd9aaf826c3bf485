import { Shutdown } from '../context/shutdown';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { textContaining } from '../../../testing/matchers';

let api: TestApp;
beforeEach(async () => (api = await startTestApp({ DATABASE_POOL_SIZE: 1 })));
afterEach(() => api.close());

const TICKET = { title: 'a', description: 'b', category: 'billing', priority: 'low' };
const ready = () => api.inject({ method: 'GET', url: '/readyz' });
const post = () => api.inject({ method: 'POST', url: '/api/tickets/', payload: TICKET });

it('names an exhausted pool, and is ready when a connection is free again', async () => {
  const runner = api.database.createQueryRunner();
  await runner.connect();

  const [probe, list, filed] = await Promise.all([
    ready(),
    api.inject({ method: 'GET', url: '/api/tickets/' }),
    post(),
  ]);
  await runner.release();

  expect([probe.statusCode, list.statusCode, filed.statusCode]).toEqual([503, 503, 503]);
  expect(probe.json()).toMatchObject({ detail: 'All connections to the database are in use (pool_exhausted)' });
  expect(list.json()).toMatchObject({
    detail: 'All connections to the database are in use. Try again in a few seconds',
  });
  expect(filed.json()).toMatchObject({
    detail: 'All connections to the database are in use. Nothing was stored. Try again in a few seconds',
  });
  expect((await ready()).statusCode).toBe(200);
});

it('names a read-only database, as a change does', async () => {
  await api.database.query('SET default_transaction_read_only = on');

  const probe = await ready();
  const filed = await post();
  const list = await api.inject({ method: 'GET', url: '/api/tickets/' });

  expect(probe.json()).toMatchObject({ status: 503, detail: 'The database is read-only (read_only)' });
  expect(filed.json()).toMatchObject({ status: 503, detail: textContaining('The database is read-only. Nothing was') });
  expect(list.statusCode).toBe(200);
});

it('names missing migrations', async () => {
  await api.database.query('DELETE FROM migrations WHERE id = (SELECT max(id) FROM migrations)');

  expect((await ready()).json()).toMatchObject({ status: 503, detail: textContaining('(migrations_pending)') });
});

it('names a lost connection', async () => {
  await api.database.destroy();

  expect((await ready()).json()).toMatchObject({ status: 503, detail: textContaining('(no_connection)') });
});

it('is not ready while the process stops, and closes each connection', async () => {
  api.app.get(Shutdown).onModuleDestroy();

  const probe = await ready();

  expect(probe.json()).toMatchObject({ status: 503, detail: 'The server is stopping (stopping)' });
  expect(probe.headers.connection).toBe('close');
});
