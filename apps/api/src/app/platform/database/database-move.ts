import { StartupError } from '../startup/startup-error';
import type { Queryable } from './queryable';

/**
 * The mark that a move leaves in a database. `arriving`: the copy is not complete, or not confirmed yet. `moved`: the tickets are in
 * the other database. Docket does not start on a marked database.
 */
export interface DatabaseMove {
  /** The same in both databases of a move. */
  readonly id: string;
  readonly state: 'arriving' | 'moved';
  /** The location of the other database, without a password. */
  readonly place: string;
  readonly at: string;
}

/** The mark of a move, if there is one. A database of an earlier version has none. */
export async function findMove(database: Queryable): Promise<DatabaseMove | undefined> {
  const [table] = await database.query<{ exists: boolean }[]>(
    `SELECT to_regclass('database_moves') IS NOT NULL AS exists`,
  );
  if (!table?.exists) return undefined;
  const [move] = await database.query<DatabaseMove[]>(
    `SELECT id::text, state, place, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') AS at FROM database_moves`,
  );
  return move;
}

export async function markMove(
  database: Queryable,
  { id, state, place }: Pick<DatabaseMove, 'id' | 'state' | 'place'>,
): Promise<void> {
  await database.query('INSERT INTO database_moves (id, state, place) VALUES ($1::uuid, $2, $3)', [id, state, place]);
}

export async function removeMove(database: Queryable): Promise<void> {
  await database.query('DELETE FROM database_moves');
}

/** @throws StartupError if the database has the mark of a move; the message says what to do */
export async function refuseMovedDatabase(database: Queryable): Promise<void> {
  const move = await findMove(database);
  if (move) throw new StartupError(describeMove(move));
}

export function describeMove({ state, place, at }: DatabaseMove): string {
  return state === 'moved'
    ? `This database moved to ${place} at ${at} UTC. Set DATABASE_URL or DATA_DIR to the new place. ` +
        'To go on here, without what has changed there since, run: npm run docket -- move --undo'
    : `A move from ${place} into this database did not finish. Run the same command again: it finishes the move, or says that ` +
        'this database must be removed first. A folder can be deleted; a server needs a new database, or in this one: ' +
        'DROP SCHEMA public CASCADE; CREATE SCHEMA public;';
}
