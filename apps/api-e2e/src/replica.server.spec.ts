import { join } from 'node:path';
import {
  NodeProcess,
  createServerDatabase,
  createTestDatabase,
  eventually,
  runSql,
  stopAllProcesses,
} from '@docket/testing';
import { Server } from './support/server';
import { TcpProxy } from './support/tcp-proxy';

const SERVERS = join(__dirname, '../../../tools/primary-and-standby.mts');
const SET_UP_MS = 60_000;

/** PostgreSQL servers of this file only, because a standby replicates all databases of its primary. */
let primary: string;
let standby: string;
/** Proxy between the processes and the standby. */
let network: TcpProxy;
/** Two processes that read from the standby. */
let apis: readonly [Server, Server];

beforeAll(async () => {
  const servers = new NodeProcess(['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', SERVERS], { env: process.env });
  const [line] = await servers.waitForOutput(/^\{.*\}$/m);
  ({ primary, standby } = JSON.parse(line) as { primary: string; standby: string });
  const { url, name } = await createServerDatabase(primary);
  network = new TcpProxy(new URL(standby));
  await network.open();
  const replica = new URL(network.url);
  replica.pathname = name;
  const settings = { DATABASE_URL: url, DATABASE_REPLICA_URL: replica.href, METRICS_PORT: '0', ACCESS: 'open' };
  const one = await Server.start(settings);
  apis = [one, await Server.start(settings)];
}, SET_UP_MS);
afterEach(async () => {
  network.recover();
  await runSql(standby, 'SELECT pg_wal_replay_resume()');
});
afterAll(async () => {
  await stopAllProcesses();
  await network.close();
});

/** Files a ticket and returns its id. */
async function file(api: Server, title = 'Printer'): Promise<number> {
  const response = await api.post(title);
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: number }).id;
}

/** Ids of the newest tickets. */
async function list(api: Server, query = ''): Promise<number[]> {
  const response = await api.fetch(`/api/tickets/?limit=5&${query}`);
  expect(response.status).toBe(200);
  return ((await response.json()) as { id: number }[]).map(({ id }) => id);
}

async function total(api: Server): Promise<number> {
  return ((await (await api.fetch('/api/tickets/stats/')).json()) as { total_tickets: number }).total_tickets;
}

/** Number of a process's reads with an outcome. */
async function reads(api: Server, outcome: string): Promise<number> {
  const [, url = ''] = /Metrics at (http:\S+?\/metrics)/.exec(api.output) ?? [];
  const text = await (await fetch(url)).text();
  return Number(new RegExp(`^docket_replica_reads_total\\{outcome="${outcome}"\\} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
}

/** Waits until the standby serves the list, so it is up to date. */
async function untilServed(api: Server): Promise<void> {
  const before = await reads(api, 'served');
  await eventually(async () => (await list(api)).length > 0 && (await reads(api, 'served')) > before);
}

it('shows each change at once in the other process, in lists, searches and statistics', async () => {
  const [one, other] = apis;
  const before = await total(one);
  for (let index = 1; index <= 20; index++) {
    const id = await file(one, `Printer ${index}`);
    expect((await list(other))[0]).toBe(id);
    expect((await list(other, `search=${index}`)).includes(id)).toBe(true);
    expect(await total(other)).toBe(before + index);
  }
  await untilServed(other);
});

it('reads from the primary while the standby is behind, and from the standby again when it has caught up', async () => {
  const [one, other] = apis;
  await file(one);
  await untilServed(other);
  await runSql(standby, 'SELECT pg_wal_replay_pause()');

  const id = await file(one);
  expect((await list(other))[0]).toBe(id);
  expect(await reads(other, 'behind')).toBeGreaterThan(0);

  await runSql(standby, 'SELECT pg_wal_replay_resume()');
  await untilServed(other);
});

it('reads from the primary while the standby does not answer', async () => {
  const [one, other] = apis;
  await file(one);
  await untilServed(other);
  network.dropTraffic();

  const id = await file(one);
  const lists = await Promise.all(Array.from({ length: 20 }, () => list(other)));
  expect(lists.map(([newest]) => newest)).toEqual(lists.map(() => id));
  expect(await reads(other, 'failed')).toBeGreaterThan(0);
  // The log has the first failure, of an existing or of a new connection.
  expect(other.output).toMatch(
    /The replica fails, so the primary serves its reads: (?:no answer within 500 ms|timeout exceeded)/,
  );

  network.recover();
  await untilServed(other);
  expect(other.output).toContain('The replica serves reads again');
});

it('exports from the standby what was committed before', async () => {
  const [one, other] = apis;
  await untilServed(other);
  const ids = [await file(one), await file(one), await file(one)];
  // Each export is correct; on a busy machine, the standby may lag for a moment.
  for (let isServed = false; !isServed;) {
    const before = await reads(other, 'served');
    const lines = (await (await other.fetch('/api/export')).text()).trim().split('\n');

    expect(lines.slice(-4, -1).map((line) => (JSON.parse(line) as { id: number }).id)).toEqual(ids);
    isServed = (await reads(other, 'served')) === before + 1;
  }
});

it('starts and serves without its replica', async () => {
  const { url } = await createServerDatabase(primary);
  const server = await Server.start({ DATABASE_URL: url, DATABASE_REPLICA_URL: `${url}-away`, ACCESS: 'open' });
  const id = await file(server);

  expect(await list(server)).toEqual([id]);
  expect(server.output).toContain('The replica fails, so the primary serves its reads: database');
});

it('does not read from a server of another cluster', async () => {
  const other = await createTestDatabase();
  const { url } = await createServerDatabase(primary);
  const server = await Server.start({
    DATABASE_URL: url,
    DATABASE_REPLICA_URL: other.settings['DATABASE_URL'],
    ACCESS: 'open',
  });
  const id = await file(server);

  expect(await list(server)).toEqual([id]);
  expect(server.output).toContain('DATABASE_REPLICA_URL leads to a server of another cluster');
  await server.stop();
  await other.remove();
});
