import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

/** Observations of a database's upgrade from other sessions. */
export interface UpgradeObservations {
  /** Statements of the upgrade, in order. Statements shorter than the sampling interval are missing. */
  readonly steps: readonly { readonly statement: string; readonly seconds: number }[];
  /** For each lock mode on `tickets`: the seconds from the first to the last sample in which the upgrade held it. */
  readonly locks: Readonly<Record<string, number>>;
  /** Maximum wait of a session that repeatedly reads a ticket, in seconds. */
  readonly readWaited: number;
  /** Maximum wait of sessions that repeatedly file a ticket or change an existing one, in seconds. */
  readonly writeWaited: number;
  /** Maximum growth of the database's files, in MB. */
  readonly diskGrowth: number;
  /** Size of the generated write-ahead log, in MB. */
  readonly walMegabytes: number;
}

const SAMPLE_INTERVAL_MS = 100;
const READ = 'SELECT title FROM tickets WHERE id = 1';
const WRITE = `INSERT INTO tickets (title, description, category, priority) VALUES ('Meanwhile', 'Meanwhile', 'general', 'low')`;
/** Changes a random ticket, possibly one whose text is being folded. */
const EDIT = `
  UPDATE tickets SET status = 'closed', version = version + 1
  WHERE id = (SELECT 1 + floor(random() * max(id))::int FROM tickets)`;

/** Runs the upgrade of a database and observes it from five sessions: a reader, two writers, and two that sample. */
export async function watchUpgrade(databaseUrl: string, upgrade: () => Promise<void>): Promise<UpgradeObservations> {
  const clients = await Promise.all([1, 2, 3, 4, 5].map(() => connect(databaseUrl)));
  const [reader, writer, editor, observer, measurer] = clients as [Client, Client, Client, Client, Client];
  let isOver = false;
  const until = () => isOver;
  try {
    const upgraded = upgrade().finally(() => (isOver = true));
    const [readWaited, writeWaited, editWaited, seen, disk] = await Promise.all([
      longestWait(reader, READ, until),
      longestWait(writer, WRITE, until),
      longestWait(editor, EDIT, until),
      observe(observer, until),
      measureDisk(measurer, until),
      upgraded,
    ]);
    return { ...seen, readWaited, writeWaited: Math.max(writeWaited, editWaited), ...disk };
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

/** Repeats a statement until the upgrade is over, and once afterwards. Returns the duration of the slowest run, in seconds. */
async function longestWait(client: Client, sql: string, isOver: () => boolean): Promise<number> {
  let slowest = 0;
  for (let last = false; !last; await sleep(SAMPLE_INTERVAL_MS)) {
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

/** Samples the statements of the API's sessions and their locks on `tickets`. */
async function observe(client: Client, isOver: () => boolean): Promise<Pick<UpgradeObservations, 'steps' | 'locks'>> {
  const steps = new Map<string, { statement: string; seconds: number }>();
  const locks: Record<string, { first: number; last: number }> = {};
  for (; !isOver(); await sleep(SAMPLE_INTERVAL_MS)) {
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

async function measureDisk(
  client: Client,
  isOver: () => boolean,
): Promise<Pick<UpgradeObservations, 'diskGrowth' | 'walMegabytes'>> {
  const sample = async () => {
    const { rows } = await client.query<{ disk: number; wal: number }>(`
      SELECT (pg_database_size(current_database()) + (SELECT coalesce(sum(size), 0) FROM pg_ls_tmpdir()))::float8 AS disk,
        (pg_current_wal_lsn() - '0/0')::float8 AS wal`);
    return rows[0] ?? { disk: Number.NaN, wal: Number.NaN };
  };
  const before = await sample();
  let maximum = before.disk;
  for (; !isOver(); await sleep(SAMPLE_INTERVAL_MS)) maximum = Math.max(maximum, (await sample()).disk);
  return {
    diskGrowth: (maximum - before.disk) / MEGABYTE,
    walMegabytes: ((await sample()).wal - before.wal) / MEGABYTE,
  };
}
