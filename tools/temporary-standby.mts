import { runSql } from '#testing/test-database';
import { runAs, unprivilegedUser } from './postgres-binaries.mts';
import { type TemporaryPostgres, startServer } from './temporary-postgres.mts';

/** The settings of a primary that a standby follows. PostgreSQL 15 has most of them by default. */
export const PRIMARY_SETTINGS = ['wal_level=replica', 'max_wal_senders=4', 'hot_standby=on'];

/** A standby that can take over. */
export interface TemporaryStandby extends TemporaryPostgres {
  /** Makes it the primary, and returns when it accepts changes. */
  promote(): void;
}

/**
 * Copies a temporary server and starts the copy as its standby.
 * @param primary with {@link PRIMARY_SETTINGS}
 */
export async function startStandby(primary: TemporaryPostgres): Promise<TemporaryStandby> {
  const { hostname, port, username, password } = new URL(primary.url);
  const user = unprivilegedUser();
  const standby = await startServer(password, PRIMARY_SETTINGS, ({ data }) => {
    // -R makes it a standby; it has the password in its data directory, so that it can connect.
    const connection = `host=${hostname} port=${port} user=${username} application_name=standby`;
    const options = ['-D', data, '-R', '-X', 'stream', '-c', 'fast', '--no-sync', `--dbname=${connection}`];
    runAs(user, 'pg_basebackup', options, { PGPASSWORD: password });
  });
  return { ...standby, promote: () => runAs(user, 'pg_ctl', ['promote', '-D', standby.data, '-w']) };
}

/** Starts a standby. Every commit then waits until it has the changes, so a takeover loses none that was acknowledged. */
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
