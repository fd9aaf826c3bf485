import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestDatabase, createTestDatabase, eventually, stopAllProcesses } from '@docket/testing';
import { Server } from './support/server';

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await createTestDatabase();
  folder = database.settings['DATA_DIR'] ?? '';
});
afterEach(async () => {
  await stopAllProcesses('SIGKILL');
  await database.remove();
});

it('rejects a second process on the same folder, but starts after a killed one', async () => {
  const first = await Server.start(database.settings);
  const second = new Server(database.settings);

  expect(await second.ended).toBe(1);
  expect(second.output).toBe(
    `The data folder ${folder} is in use by another Docket process. Stop that one, or set DATA_DIR to another folder.\n`,
  );

  await first.stop('SIGKILL');
  const third = await Server.start(database.settings);
  expect((await third.fetch('/readyz')).status).toBe(200);
});

it('starts after a first start that was killed', async () => {
  const first = new Server(database.settings);
  await eventually(() => readdirSync(folder).some((name) => name.startsWith('database')));
  await first.stop('SIGKILL');

  const second = await Server.start(database.settings);

  expect((await second.post('All is well')).status).toBe(201);
});

it('reports in one line a folder that it cannot write', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');

  const server = new Server({ DATA_DIR: join(file, 'data') });

  expect(await server.ended).toBe(1);
  expect(server.output).toMatch(/^The data folder \S+ cannot be written \(ENOTDIR.*\)\. Set DATA_DIR .*\n$/);
});

it('inserts demo tickets into a new folder once', async () => {
  const count = async (server: Server) => Number((await server.fetch('/api/tickets/')).headers.get('x-total-count'));
  const settings = { ...database.settings, DEMO_TICKETS: 'true' };

  const first = await Server.start(settings);
  const before = await count(first);
  await first.post('One more');
  await first.stop();
  const second = await Server.start(settings);

  expect(before).toBeGreaterThan(24);
  expect(await count(second)).toBe(before + 1);
});
