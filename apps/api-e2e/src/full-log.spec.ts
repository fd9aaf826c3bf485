import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type TestDatabase, createTestDatabase, eventually, freePort } from '@docket/testing';
import { DIST } from './support/server';

let database: TestDatabase;
beforeEach(async () => (database = await createTestDatabase()));
afterEach(() => database.remove());

it('serves, and stops at a signal, while its log cannot be written', async () => {
  const port = String(await freePort());
  const program = ['-c', 'exec "$0" "$1" > /dev/full', process.execPath, join(DIST, 'api/main.js')];
  const env = { PATH: process.env['PATH'], ...database.settings, DEMO_TICKETS: 'false', PORT: port };
  const child = spawn('sh', program, { env, stdio: 'ignore' });
  const ended = once(child, 'exit');
  const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`).then(({ status }) => status);
  try {
    await eventually(async () => (await get('/readyz').catch(() => 0)) === 200);
    const statuses: number[] = [];
    for (let request = 0; request < 20; request++) statuses.push(await get('/healthz'));
    child.kill('SIGTERM');

    expect(statuses).toEqual(Array<number>(20).fill(200));
    expect((await ended)[0]).toBe(0);
  } finally {
    child.kill('SIGKILL');
  }
});
