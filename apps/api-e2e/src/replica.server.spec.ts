import { join } from 'node:path';
import { NodeProcess, createServerDatabase, eventually, runSql, stopAllProcesses } from '@docket/testing';
import { Server } from './support/server';

const SERVERS = join(__dirname, '../../../tools/primary-and-standby.mts');
const TIMEOUT_MS = 60_000;

/** PostgreSQL servers of this file only: a standby follows all databases of its primary. */
let servers: NodeProcess;
let primary: string;
let standby: string;
/** Two processes that read from the standby. */
let apis: readonly [Server, Server];

beforeAll(async () => {
  servers = new NodeProcess(['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', SERVERS], { env: process.env });
  const [line] = await servers.waitForOutput(/^\{.*\}$/m);
  ({ primary, standby } = JSON.parse(line) as { primary: string; standby: string });
  const { url, name } = await createServerDatabase(primary);
  const replica = new URL(standby);
  replica.pathname = name;
  const settings = { DATABASE_URL: url, DATABASE_REPLICA_URL: replica.href, METRICS_PORT: '0', ACCESS: 'open' };
  const one = await Server.start(settings);
  apis = [one, await Server.start(settings)];
}, TIMEOUT_MS);
afterEach(() => runSql(standby, 'SELECT pg_wal_replay_resume()'));
afterAll(async () => {
  await Promise.all(apis.map((api) => api.stop('SIGKILL')));
  await stopAllProcesses();
});

/** Files a ticket. Returns its id and the headers that a client sends with its next reads. */
async function file(api: Server, title: string) {
  const response = await api.post(title);
  expect(response.status).toBe(201);
  const { id } = (await response.json()) as { id: number };
  return { id, headers: { 'docket-position': response.headers.get('docket-position') ?? '' }, response };
}

/** The ids of the newest tickets. */
async function list(api: Server, headers: Readonly<Record<string, string>> = {}, query = ''): Promise<number[]> {
  const response = await api.fetch(`/api/tickets/?limit=5&${query}`, { headers });
  expect(response.status).toBe(200);
  return ((await response.json()) as { id: number }[]).map(({ id }) => id);
}

async function total(api: Server, headers: Readonly<Record<string, string>>): Promise<number> {
  const response = await api.fetch('/api/tickets/stats/', { headers });
  return ((await response.json()) as { total_tickets: number }).total_tickets;
}

/** How many reads of a process had an outcome. */
async function reads(api: Server, outcome: string): Promise<number> {
  const [, url = ''] = /Metrics at (http:\S+?\/metrics)/.exec(api.output) ?? [];
  const text = await (await fetch(url)).text();
  return Number(new RegExp(`^docket_replica_reads_total\\{outcome="${outcome}"\\} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
}

it('shows a client its own changes in the other process, in lists, searches and statistics', async () => {
  const [one, other] = apis;
  const before = await total(one, {});
  for (let index = 1; index <= 20; index++) {
    const { id, headers } = await file(one, `Printer ${index}`);
    expect((await list(other, headers))[0]).toBe(id);
    expect((await list(other, headers, `search=${index}`)).includes(id)).toBe(true);
    expect(await total(other, headers)).toBe(before + index);
  }
  expect(await reads(other, 'served')).toBeGreaterThan(0);
});

it('remembers the position of a change for a browser', async () => {
  const { response, headers } = await file(apis[0], 'Printer');

  expect(headers['docket-position']).toMatch(/^[\dA-F]+\/[\dA-F]+$/);
  expect(response.headers.get('set-cookie')).toBe(
    `docket-position=${headers['docket-position']}; Max-Age=60; Path=/api; HttpOnly; SameSite=Strict`,
  );
  expect((await apis[0].fetch('/api/tickets/')).headers.get('docket-position')).toBeNull();
});

it('reads from the primary while the standby is behind, and from the standby again when it has caught up', async () => {
  const [one, other] = apis;
  const before = await file(one, 'Before');
  await eventually(
    async () => (await list(other, before.headers))[0] === before.id && (await reads(other, 'served')) > 0,
  );
  await runSql(standby, 'SELECT pg_wal_replay_pause()');

  const { id, headers } = await file(one, 'After');
  expect((await list(one))[0]).toBe(id); // the process knows of its own changes
  expect((await list(other, headers))[0]).toBe(id);
  expect((await list(other, { cookie: `docket-position=${headers['docket-position']}` }))[0]).toBe(id);
  expect(await reads(other, 'behind')).toBeGreaterThan(0);
  await eventually(async () => (await list(other))[0] === id); // the other one is told, or asks after a second

  await runSql(standby, 'SELECT pg_wal_replay_resume()');
  const served = await reads(other, 'served');
  await eventually(async () => (await list(other))[0] === id && (await reads(other, 'served')) > served);
});

it('does not believe a position that the primary does not have', async () => {
  const { id } = await file(apis[0], 'Printer');
  const served = await reads(apis[0], 'served');

  expect((await list(apis[0], { 'docket-position': 'FFFFFFFF/FFFFFFFF' }))[0]).toBe(id);
  expect((await list(apis[0], { 'docket-position': 'no position' }))[0]).toBe(id);
  expect(await reads(apis[0], 'served')).toBe(served + 2);
});

it('exports what was committed before, from the standby', async () => {
  const ids: number[] = [];
  for (let index = 1; index <= 3; index++) ids.push((await file(apis[0], `Printer ${index}`)).id);
  const lines = (await (await apis[1].fetch('/api/export')).text()).trim().split('\n');

  expect(lines.slice(-4, -1).map((line) => (JSON.parse(line) as { id: number }).id)).toEqual(ids);
});

it('starts and serves without its replica', async () => {
  const { url } = await createServerDatabase(primary);
  const server = await Server.start({ DATABASE_URL: url, DATABASE_REPLICA_URL: `${url}-away`, ACCESS: 'open' });
  const { id, headers } = await file(server, 'Printer');

  expect(await list(server, headers)).toEqual([id]);
  expect(server.output).toMatch(
    /The replica fails, so the primary serves its reads: database \\?".*-away\\?" does not exist/,
  );
});
