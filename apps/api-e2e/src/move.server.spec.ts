import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeProcess, type TestDatabase, createTestDatabase, runSql, stopAllProcesses } from '@docket/testing';
import { docket } from './support/docket';
import { DIST, Server } from './support/server';
import { TcpProxy } from './support/tcp-proxy';

const TICKETS = 20;
const MARK = 'INSERT INTO database_moves';
const UNFINISHED = 'into this database did not finish';

let folder: string;
let desk: string;
let target: TestDatabase;
let url: string;
let proxy: TcpProxy;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'docket-move-'));
  const server = await Server.start({ DATA_DIR: join(folder, 'template') });
  for (let number = 1; number <= TICKETS; number++) await server.post(`Ticket ${number}`);
  await server.stop();
});
beforeEach(async () => {
  desk = join(folder, 'desk');
  cpSync(join(folder, 'template'), desk, { recursive: true });
  target = await createTestDatabase();
  url = target.settings.DATABASE_URL ?? '';
  proxy = new TcpProxy(new URL(url));
  await proxy.open();
});
afterEach(async () => {
  await stopAllProcesses('SIGKILL');
  await proxy.close();
  await target.remove();
  rmSync(desk, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

const move = () => docket(['move', '--from', desk], { DATABASE_URL: url });

/** Moves the desk, and kills the command just before it sends a statement to the target. */
async function killBefore(statement: string, after?: string): Promise<void> {
  const reached = proxy.stopBefore(statement, after);
  const command = new NodeProcess([join(DIST, 'api/docket.js'), 'move', '--from', desk], {
    env: { DATABASE_URL: proxy.url },
  });
  const ended = command.ended.then(() => Promise.reject(new Error(`The move ended:\n${command.output}`)));
  await Promise.race([reached, ended]);
  ended.catch(() => undefined);
  await command.stop('SIGKILL');
  await proxy.close();
}

/** The number of tickets in Docket, or its output if it does not start. */
async function shows(settings: Readonly<Record<string, string | undefined>>): Promise<number | string> {
  const server = new Server(settings);
  const code = await Promise.race([server.ended, server.waitForOutput(/Docket listens on/).then(() => undefined)]);
  if (code !== undefined) return server.output;
  await server.listens();
  const count = Number((await server.fetch('/api/tickets/')).headers.get('x-total-count'));
  await server.stop();
  return count;
}

it('moves into the same database after it was killed before the first row', async () => {
  await killBefore(MARK);

  expect(await shows({ DATA_DIR: desk })).toBe(TICKETS);
  expect(await move()).toMatchObject({ code: 0 });
  expect(await shows(target.settings)).toBe(TICKETS);
});

it.each([
  ['copies', 'COPY "tickets"'],
  ['creates indexes', 'CREATE INDEX'],
  ['compares', 'md5(ROW('],
  ['has compared', 'ANALYZE'],
])(
  'leaves the source as it was, and a target that shows nothing, if it is killed while it %s',
  async (_, statement) => {
    await killBefore(statement, MARK);

    expect(await shows({ DATA_DIR: desk })).toBe(TICKETS);
    expect(await shows(target.settings)).toContain(UNFINISHED);
    expect(await move()).toMatchObject({
      code: 2,
      output: expect.stringContaining('DROP SCHEMA public CASCADE') as string,
    });

    await runSql(url, 'DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    expect(await move()).toMatchObject({ code: 0 });
    expect(await shows(target.settings)).toBe(TICKETS);
    expect(await shows({ DATA_DIR: desk })).toContain('This database moved to');
  },
);

it('is finished by the same command after it was killed before its last statement', async () => {
  await killBefore('DELETE FROM database_moves', MARK);

  expect(await shows({ DATA_DIR: desk })).toContain('This database moved to');
  expect(await shows(target.settings)).toContain(UNFINISHED);
  expect(await move()).toMatchObject({ code: 0 });
  expect(await shows(target.settings)).toBe(TICKETS);
});
