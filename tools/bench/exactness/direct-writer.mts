import { Client, DatabaseError } from 'pg';
import { seededRandom } from '../realistic-tickets.mts';
import { CATEGORIES, PRIORITIES, STATUSES } from './properties.mts';

/** Transactions of a writer. */
export interface TransactionCounts {
  readonly committed: number;
  readonly rolledBack: number;
}

const INSERT = `
  INSERT INTO tickets (title, description, category, priority, status, created_at)
  SELECT 'Written directly', 'Past the API', $1, $2, $3, now() - random() * interval '40 days' FROM generate_series(1, $4::int)`;
const SERIALIZATION_FAILURE = '40001';

/**
 * A writer that bypasses the API with transactions of a few statements, on one row or many. Some are rolled back, completely or to a
 * savepoint. Each writer changes and deletes only the tickets whose id modulo the number of writers is its own number, so that writers
 * never deadlock. Every second writer uses REPEATABLE READ.
 */
export async function writeDirectly(
  databaseUrl: string,
  { writer, writers, until }: { writer: number; writers: number; until: number },
): Promise<TransactionCounts> {
  const random = seededRandom(writer + 1);
  const whole = (below: number) => Math.floor(random() * below);
  const pick = (from: readonly string[]) => from[whole(from.length)];
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ most: number }>('SELECT coalesce(max(id), 0) AS most FROM tickets');
  const most = rows[0]?.most ?? 0;

  const statement = async () => {
    const first = whole(most);
    const mine = `WHERE id BETWEEN ${first} AND ${first + 90} AND id % ${writers} = ${writer}`;
    const kind = random();
    if (kind < 0.4) await client.query(INSERT, [pick(CATEGORIES), pick(PRIORITIES), pick(STATUSES), 1 + whole(20)]);
    else if (kind < 0.6) await client.query(`UPDATE tickets SET status = $1 ${mine}`, [pick(STATUSES)]);
    else if (kind < 0.7) {
      await client.query(`UPDATE tickets SET category = $1, priority = $2 ${mine}`, [
        pick(CATEGORIES),
        pick(PRIORITIES),
      ]);
    } else if (kind < 0.85) {
      await client.query(`UPDATE tickets SET created_at = created_at - $1 * interval '7 hours' ${mine}`, [whole(9)]);
    } else await client.query(`DELETE FROM tickets ${mine}`);
  };
  const transaction = async (): Promise<'committed' | 'rolledBack'> => {
    await client.query(`BEGIN ISOLATION LEVEL ${writer % 2 ? 'REPEATABLE READ' : 'READ COMMITTED'}`);
    await statement();
    if (random() < 0.3) {
      await client.query('SAVEPOINT before');
      await statement();
      await client.query('ROLLBACK TO SAVEPOINT before');
    }
    if (random() < 0.5) await statement();
    const end = random() < 0.25 ? 'rolledBack' : 'committed';
    await client.query(end === 'committed' ? 'COMMIT' : 'ROLLBACK');
    return end;
  };

  const written = { committed: 0, rolledBack: 0 };
  try {
    while (Date.now() < until) {
      written[
        await transaction().catch(async (error: unknown) => {
          if (!(error instanceof DatabaseError) || error.code !== SERIALIZATION_FAILURE) throw error;
          await client.query('ROLLBACK');
          return 'rolledBack' as const;
        })
      ]++;
    }
    return written;
  } finally {
    await client.end();
  }
}
