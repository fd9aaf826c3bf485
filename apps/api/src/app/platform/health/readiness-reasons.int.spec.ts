import { Shutdown } from '../context/shutdown';
import { noteFullDisk } from '../database/free-disk';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { textContaining } from '../../../testing/matchers';

let api: TestApp;
beforeEach(async () => (api = await startTestApp({ DATABASE_POOL_SIZE: 1 })));
afterEach(() => api.close());

const TICKET = { title: 'a', description: 'b', category: 'billing', priority: 'low' };
const ready = () => api.inject({ method: 'GET', url: '/readyz' });
const list = () => api.inject({ method: 'GET', url: '/api/tickets/' });
const post = () => api.inject({ method: 'POST', url: '/api/tickets/', payload: TICKET });

it('names an exhausted pool, and is ready when a connection is free again', async () => {
  const runner = api.database.createQueryRunner();
  await runner.connect();

  const [probe, listed, filed] = await Promise.all([ready(), list(), post()]);
  await runner.release();

  expect([probe.statusCode, listed.statusCode, filed.statusCode]).toEqual([503, 503, 503]);
  expect(probe.json()).toMatchObject({
    detail: 'All connections to the database are in use (pool-busy)',
    writable: false,
    reasons: ['pool-busy'],
  });
  expect(listed.json()).toMatchObject({
    detail: 'All connections to the database are in use. Try again in a few seconds',
  });
  expect(filed.json()).toMatchObject({
    detail: 'All connections to the database are in use. Nothing was stored. Try again in a few seconds',
  });
  expect((await ready()).statusCode).toBe(200);
});

it('is ready with a busy pool while the database answers: another process would make it busier', async () => {
  const runner = api.database.createQueryRunner();
  await runner.connect();
  let isProbing = true;
  const probing = ready().finally(() => (isProbing = false));

  while (isProbing) await Promise.all([runner.query('SELECT 1'), new Promise((resolve) => setTimeout(resolve, 20))]);
  const probe = await probing;
  await runner.release();

  expect([probe.statusCode, probe.json()]).toEqual([200, { status: 'ok', writable: true, reasons: ['pool-busy'] }]);
});

it('is ready for reads while the database is read-only', async () => {
  await api.database.query('SET default_transaction_read_only = on');

  const probe = await ready();
  const filed = await post();

  expect([probe.statusCode, probe.json()]).toEqual([200, { status: 'ok', writable: false, reasons: ['read-only'] }]);
  expect(filed.json()).toMatchObject({ status: 503, detail: textContaining('The database is read-only. Nothing was') });
  expect((await list()).statusCode).toBe(200);
});

it('is ready for reads while the disk has too little space', async () => {
  if ('hasFreeSpace' in api.database) Object.defineProperty(api.database, 'hasFreeSpace', { value: false });
  else {
    noteFullDisk(api.database, Object.assign(new Error(), { code: '53100' }));
    const query = api.database.query.bind(api.database);
    const full = (sql: string) => Promise.reject(Object.assign(new Error(sql), { code: '53100' }));
    api.database.query = ((sql: string, ...rest: []) =>
      sql.includes('docket_disk_probe') ? full(sql) : query(sql, ...rest)) as typeof query;
  }

  const probe = await ready();

  expect([probe.statusCode, probe.json()]).toEqual([200, { status: 'ok', writable: false, reasons: ['disk-low'] }]);
  expect((await list()).statusCode).toBe(200);
});

it('names missing rights to the tickets', async () => {
  const role = `stranger_${process.pid}_${Date.now()}`;
  await api.database.query(`CREATE ROLE ${role}`);
  await api.database.query(`GRANT SELECT ON migrations TO ${role}`);
  await api.database.query(`SET ROLE ${role}`);

  const [probe, listed, filed] = [await ready(), await list(), await post()];
  await api.database.query('RESET ROLE');
  await api.database.query(`REVOKE ALL ON migrations FROM ${role}`);
  await api.database.query(`DROP ROLE ${role}`);

  expect(probe.json()).toMatchObject({ status: 503, writable: false, reasons: ['no-rights'] });
  const detail = 'The role of Docket has no rights to a table of the database';
  expect(listed.json()).toMatchObject({ status: 503, detail: textContaining(detail) });
  expect(filed.json()).toMatchObject({ status: 503, detail: textContaining(`${detail}. Nothing was stored`) });
  expect((await ready()).statusCode).toBe(200);
});

it('names missing migrations', async () => {
  await api.database.query('DELETE FROM migrations WHERE id = (SELECT max(id) FROM migrations)');

  expect((await ready()).json()).toMatchObject({ status: 503, reasons: ['migrations-pending'] });
});

it('names a lost connection', async () => {
  await api.database.destroy();

  expect((await ready()).json()).toMatchObject({ status: 503, reasons: ['no-connection'] });
});

it('is not ready while the process drains or stops, and closes each connection', async () => {
  const shutdown = api.app.get(Shutdown);
  await shutdown.drain(0);
  const draining = await ready();
  const filed = await post();
  shutdown.onModuleDestroy();
  const stopping = await ready();

  expect(draining.json()).toMatchObject({ status: 503, writable: true, reasons: ['stopping'] });
  expect([filed.statusCode, filed.headers.connection]).toEqual([201, 'close']);
  expect(stopping.json()).toMatchObject({ status: 503, detail: 'The server is stopping (stopping)' });
  expect(stopping.headers.connection).toBe('close');
});
