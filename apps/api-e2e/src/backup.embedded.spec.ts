import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type TestDatabase, createTestDatabase, eventually, stopAllProcesses } from '@docket/testing';
import { docket } from './support/docket';
import { Server } from './support/server';

let database: TestDatabase;
beforeEach(async () => (database = await createTestDatabase()));
afterEach(async () => {
  await stopAllProcesses('SIGKILL');
  await database.remove();
});

it('makes a backup of a running Docket, and restores it', async () => {
  const folder = database.settings.DATA_DIR ?? '';
  const settings = { DATA_DIR: join(folder, 'data'), BACKUP_DIR: join(folder, 'backups') };
  const server = await Server.start(settings);
  expect((await server.post('Kept')).status).toBe(201);

  expect((await server.fetch('/api/backups', { method: 'POST' })).status).toBe(202);
  await eventually(async () => {
    await sleep(300);
    const [backup] = (await (await server.fetch('/api/backups')).json()) as { state: string }[];
    return backup?.state === 'checked';
  });
  expect(await docket(['backup'], settings)).toMatchObject({
    code: 2,
    output: expect.stringContaining('Stop Docket') as string,
  });
  await server.stop('SIGKILL');
  const [name = ''] = readdirSync(settings.BACKUP_DIR);
  const DATA_DIR = join(folder, 'restored');
  const restored = await docket(['restore', join(settings.BACKUP_DIR, name), '--to', DATA_DIR], settings);

  expect(restored).toMatchObject({ code: 0, output: expect.stringContaining('Restored the backup of') as string });
  const again = await Server.start({ DATA_DIR });
  const tickets = (await (await again.fetch('/api/tickets/')).json()) as { title: string }[];
  expect(tickets.map(({ title }) => title)).toEqual(['Kept']);
});
