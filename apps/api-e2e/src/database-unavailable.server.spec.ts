import { type TestDatabase, createTestDatabase, eventually, runSql, stopAllProcesses } from '@docket/testing';
import { Server } from './support/server';
import { TcpProxy } from './support/tcp-proxy';

let database: TestDatabase;
let proxy: TcpProxy;
let url: string;
beforeEach(async () => {
  database = await createTestDatabase();
  url = database.settings['DATABASE_URL'] ?? '';
  proxy = new TcpProxy(new URL(url));
  await proxy.open();
});
afterEach(async () => {
  await stopAllProcesses('SIGKILL');
  await proxy.close();
  await database.remove();
});

/** Size of the pool: smaller than the number of concurrent requests below. */
const POOL_SIZE = 3;
const requests = (server: Server) => [
  server.fetch('/api/tickets/'),
  server.fetch('/api/tickets/?search=printer'),
  server.fetch('/api/tickets/1/'),
  server.fetch('/api/tickets/stats/'),
  server.fetch('/api/tickets/stats/'),
  server.post('While the database is away'),
  server.fetch('/api/tickets/1/', {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: '{"status":"closed"}',
  }),
  server.fetch('/readyz'),
];

/** Sends all requests. Returns the responses, and the seconds until the last one. */
async function requestAll(
  server: Server,
): Promise<{ status: number[]; retryAfter: (string | null)[]; seconds: number }> {
  const start = performance.now();
  const all = await Promise.all(requests(server));
  return {
    status: all.map(({ status }) => status),
    retryAfter: all.map(({ headers }) => headers.get('retry-after')),
    seconds: (performance.now() - start) / 1000,
  };
}

const eachIs = (value: unknown) => Array.from({ length: 8 }, () => value);

/** Starts a server that has opened all connections of its pool through the proxy. */
async function startWarm(): Promise<Server> {
  const server = await Server.start({
    ...database.settings,
    DATABASE_URL: proxy.url,
    DATABASE_POOL_SIZE: String(POOL_SIZE),
  });
  expect((await server.post('Before')).status).toBe(201);
  expect((await requestAll(server)).status).toEqual([200, 200, 200, 200, 200, 201, 200, 200]);
  return server;
}

it.each([
  ['is stopped', () => proxy.close(), () => proxy.open()],
  ['stops responding', () => Promise.resolve(proxy.dropTraffic()), () => Promise.resolve(proxy.recover())],
])('responds 503 within 7 s when the database %s, stays alive, and recovers', async (_how, lose, restore) => {
  const server = await startWarm();

  await lose();
  for (let round = 0; round < 2; round++) {
    const { status, retryAfter, seconds } = await requestAll(server);
    expect(status).toEqual(eachIs(503));
    expect(retryAfter).toEqual(eachIs(expect.stringMatching(/^\d+$/)));
    expect(seconds).toBeLessThan(7);
  }
  expect((await server.fetch('/healthz')).status).toBe(200);

  await restore();
  await eventually(async () => (await server.fetch('/readyz')).ok);
  await eventually(async () => (await server.post('After')).status === 201);
  expect(await server.stop()).toBe(0);
});

it('recovers after PostgreSQL closes all connections', async () => {
  const server = await startWarm();

  // Only of this database, because other tests run on the same server.
  await runSql(
    url,
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'docket' AND datname = current_database()",
  );

  await eventually(async () => (await server.fetch('/api/tickets/stats/')).ok);
  expect((await requestAll(server)).status).toEqual([200, 200, 200, 200, 200, 201, 200, 200]);
});

it('stops while the database does not respond', async () => {
  const server = await startWarm();
  proxy.dropTraffic();

  expect(await server.stop()).toEqual(expect.any(Number));
});
