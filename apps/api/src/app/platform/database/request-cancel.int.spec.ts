import { LOCAL_ACTOR } from '../context/actor';
import { runInContext } from '../context/work-context';
import { type TestApp, startTestApp } from '../../../testing/test-app';

let api: TestApp;
beforeAll(async () => (api = await startTestApp({ DATABASE_POOL_SIZE: 1 })));
afterAll(() => api.close());

/** On the embedded database, a statement blocks the process until it ends. */
const isOnServer = process.env['TEST_DATABASE_URL'] !== undefined;

/** Runs a statement for a request that has some milliseconds left. */
function query(sql: string, leftMs: number): Promise<unknown> {
  const context = { actor: LOCAL_ACTOR, requestId: 'a', deadline: performance.now() + leftMs };
  return runInContext(context, () => api.database.query(sql));
}

const session = () => api.database.query<{ pid: number }[]>('SELECT pg_backend_pid() AS pid');

if (isOnServer) {
  it('cancels a statement at the deadline of its request, and keeps the connection', async () => {
    const before = await session();

    await expect(query('SELECT pg_sleep(3)', 200)).rejects.toMatchObject({
      code: '57014',
      message: 'canceling statement due to user request', // and not due to statement timeout
    });

    expect(await session()).toEqual(before);
  });
}

it('leaves the next statement alone', async () => {
  const results = [];
  for (let round = 0; round < 20; round++) {
    await query(isOnServer ? 'SELECT pg_sleep(0.02)' : 'SELECT 1', 20).catch(() => undefined);
    results.push(await api.database.query('SELECT 1 AS one'));
  }

  expect(results).toEqual(Array(20).fill([{ one: 1 }]));
});

it('begins no statement after the deadline', async () => {
  await expect(query('SELECT 1', 0)).rejects.toThrow('Query read timeout');
});
