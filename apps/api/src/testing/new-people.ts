import { eventually } from '@docket/testing';
import { DataSource } from 'typeorm';

/** Controls transactions that create people and are blocked. */
export interface HeldBack {
  /** Waits until `count` transactions are waiting for a lock. */
  readonly waiting: (count: number) => Promise<void>;
}

/**
 * Blocks the creation of people until `run` has started its transactions, so that several of them overlap. Does nothing on the embedded
 * database, whose single connection runs one transaction at a time.
 */
export async function holdBackNewPeople(
  database: DataSource,
  run: (held: HeldBack) => void | Promise<void>,
): Promise<void> {
  const { url } = database.options as { url?: string };
  if (url === undefined) return run({ waiting: () => Promise.resolve() });
  const other = await new DataSource({ type: 'postgres', url }).initialize();
  try {
    await other.transaction(async (manager) => {
      await manager.query('LOCK TABLE users IN SHARE MODE');
      await run({ waiting: (count) => waiting(database, count) });
    });
  } finally {
    await other.destroy();
  }
}

async function waiting(database: DataSource, count: number): Promise<void> {
  await eventually(async () => {
    const [row] = await database.query<[{ count: number }]>(
      `SELECT count(DISTINCT pid)::int FROM pg_locks
       WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    return row.count === count;
  });
}
