import { type TestDatabase, createTestDatabase, eventually, freePort, runSql, stopAllProcesses } from '@docket/testing';
import { docket } from './support/docket';
import { Server } from './support/server';

let database: TestDatabase;
beforeEach(async () => (database = await createTestDatabase()));
afterEach(async () => {
  await stopAllProcesses('SIGKILL');
  await database.remove();
});

it('waits with MIGRATE=off until the command has migrated, and then serves on the same port', async () => {
  const settings = { ...database.settings, MIGRATE: 'off', PORT: String(await freePort()) };
  const probe = (path: string) => fetch(`http://127.0.0.1:${settings.PORT}${path}`);
  const server = new Server(settings);

  await server.waitForOutput(/Run \\?"docket migrate/);
  const ready = await eventually(() => probe('/readyz'));
  const alive = await probe('/healthz');
  const problem = (await ready.json()) as { reasons: string[] };
  const tables = await runSql(settings.DATABASE_URL ?? '', `SELECT to_regclass('migrations') AS found`);
  const migrated = await docket(['migrate'], settings);
  await server.listens();

  expect([ready.status, alive.status, problem.reasons, tables]).toEqual([
    503,
    200,
    ['migrations-pending'],
    [{ found: null }],
  ]);
  expect(migrated).toMatchObject({ code: 0, output: expect.stringMatching(/Applied \d+ migrations:/) as string });
  expect((await server.fetch('/readyz')).status).toBe(200);
  expect(await docket(['migrate', '--json'], settings)).toMatchObject({ code: 0, output: '{"applied":[]}\n' });
});

it('stops at once while it waits', async () => {
  const server = new Server({ ...database.settings, MIGRATE: 'off' });
  await server.waitForOutput(/Run \\?"docket migrate/);

  await server.stop();

  expect(await server.ended).toBe(0);
});
