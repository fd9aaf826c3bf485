import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

/** What other sessions saw while a database was upgraded. */
export interface Watched {
  /** Statements of the upgrade, in their order, with their seconds; what took less than a sample is not among them. */
  readonly steps: readonly { readonly statement: string; readonly seconds: number }[];
  /** Seconds from the first to the last sight of each kind of lock that the upgrade held on `tickets`. */
  readonly locks: Readonly<Record<string, number>>;
  /** Longest wait of a session that reads a ticket again and again, in seconds. */
  readonly readWaited: number;
  /** The same for a session that files tickets. */
  readonly writeWaited: number;
  /** Most megabytes that the database's files took beyond those at the start. */
  readonly diskBeyond: number;
  /** Megabytes of write-ahead log that were written. */
  readonly log: number;
}

const SAMPLE = 100;
const READ = 'SELECT title FROM tickets WHERE id = 1';
const WRITE = `INSERT INTO tickets (title, description, category, priority) VALUES ('Meanwhile', 'Meanwhile', 'general', 'low')`;

/** Runs an upgrade of a database, which is one session of the API, and watches it from others. */
export async function watchUpgrade(databaseUrl: string, upgrade: () => Promise<void>): Promise<Watched> {
  const clients = await Promise.all([1, 2, 3, 4].map(() => connect(databaseUrl)));
  const [reader, writer, observer, measurer] = clients as [Client, Client, Client, Client];
  let isOver = false;
  const until = () => isOver;
  try {
    const upgraded = upgrade().finally(() => (isOver = true));
    const [readWaited, writeWaited, seen, disk] = await Promise.all([
      longest(reader, READ, until),
      longest(writer, WRITE, until),
      observe(observer, until),
      measureDisk(measurer, until),
      upgraded,
    ]);
    return { ...seen, readWaited, writeWaited, ...disk };
  } finally {
    isOver = true;
    for (const client of clients) await client.end();
  }
}

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString, application_name: 'bench' });
  await client.connect();
  return client;
}

/** Asks the same again and again, and once more at the end. Returns the seconds of the slowest answer. */
async function longest(client: Client, sql: string, isOver: () => boolean): Promise<number> {
  let slowest = 0;
  for (let last = false; !last; await sleep(SAMPLE)) {
    last = isOver();
    const started = performance.now();
    await client.query(sql);
    slowest = Math.max(slowest, (performance.now() - started) / 1000);
  }
  return slowest;
}

interface Sample {
  readonly started: string;
  readonly query: string;
  readonly seconds: number;
  readonly modes: readonly string[];
}

/** The statements of the API's sessions, and their locks on `tickets`. */
async function observe(client: Client, isOver: () => boolean): Promise<Pick<Watched, 'steps' | 'locks'>> {
  const steps = new Map<string, { statement: string; seconds: number }>();
  const locks: Record<string, { first: number; last: number }> = {};
  for (; !isOver(); await sleep(SAMPLE)) {
    const { rows } = await client.query<Sample>(`
      SELECT query_start::text AS started, query, extract(epoch FROM clock_timestamp() - query_start)::float8 AS seconds,
        ARRAY(SELECT mode FROM pg_locks WHERE pg_locks.pid = activity.pid AND granted AND relation = 'tickets'::regclass) AS modes
      FROM pg_stat_activity AS activity
      WHERE application_name = 'docket' AND datname = current_database() AND state IN ('active', 'idle in transaction')`);
    const now = performance.now() / 1000;
    for (const { started, query, seconds, modes } of rows) {
      steps.set(started, { statement: query.replace(/\s+/g, ' ').trim(), seconds });
      for (const mode of modes) locks[mode] = { first: locks[mode]?.first ?? now, last: now };
    }
  }
  const held = Object.entries(locks).map(([mode, { first, last }]) => [mode, last - first]);
  return { steps: [...steps.values()], locks: Object.fromEntries(held) as Record<string, number> };
}

const MEGABYTE = 1024 * 1024;

async function measureDisk(client: Client, isOver: () => boolean): Promise<Pick<Watched, 'diskBeyond' | 'log'>> {
  const look = async () => {
    const { rows } = await client.query<{ disk: number; log: number }>(`
      SELECT (pg_database_size(current_database()) + (SELECT coalesce(sum(size), 0) FROM pg_ls_tmpdir()))::float8 AS disk,
        (pg_current_wal_lsn() - '0/0')::float8 AS log`);
    return rows[0] ?? { disk: Number.NaN, log: Number.NaN };
  };
  const before = await look();
  let most = before.disk;
  for (; !isOver(); await sleep(SAMPLE)) most = Math.max(most, (await look()).disk);
  return { diskBeyond: (most - before.disk) / MEGABYTE, log: ((await look()).log - before.log) / MEGABYTE };
}
