import { type TestApp, startTestApp } from '../../../testing/test-app';
import { readWithin } from './read-within';

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
});
afterAll(() => api.close());

it('returns what it read, and leaves the settings of the transaction', async () => {
  await api.database.transaction(async (manager) => {
    await manager.query(`SET LOCAL statement_timeout = 12345; SET LOCAL work_mem = '32MB'`);

    expect(await readWithin(manager, 5000, () => manager.query('SELECT 7 AS value'))).toEqual([{ value: 7 }]);

    expect(await manager.query('SHOW statement_timeout')).toEqual([{ statement_timeout: '12345ms' }]);
    expect(await manager.query('SHOW work_mem')).toEqual([{ work_mem: '32MB' }]);
  });
});

it('passes on other errors', async () => {
  const reading = api.database.transaction((manager) => readWithin(manager, 5000, () => manager.query('SELECT 1 / 0')));

  await expect(reading).rejects.toThrow('division by zero');
});

// The embedded database cannot interrupt a statement.
const isOnServer = process.env['TEST_DATABASE_URL'] !== undefined;
const onServer = isOnServer ? it : it.skip;

onServer('ends a read that takes longer, and goes on with the transaction', async () => {
  await api.database.transaction(async (manager) => {
    expect(await readWithin(manager, 50, () => manager.query('SELECT pg_sleep(30)'))).toBeUndefined();

    expect(await manager.query('SELECT 7 AS value')).toEqual([{ value: 7 }]);
  });
});

onServer('passes on a cancellation that comes earlier', async () => {
  const reading = api.database.transaction((manager) =>
    readWithin(manager, 30_000, () =>
      manager.query(`SET LOCAL statement_timeout = 50`).then(() => manager.query('SELECT pg_sleep(30)')),
    ),
  );

  await expect(reading).rejects.toMatchObject({ code: '57014' });
});
