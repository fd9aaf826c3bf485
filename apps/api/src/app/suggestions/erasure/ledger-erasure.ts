import type { DataSource } from 'typeorm';
import { retryConflict } from '../../platform/database/retry-conflict';

/** Rows of one statement. On a server, requests run in between. */
export const ERASURE_BATCH_SIZE = 1000;

/** The tables of the ledger that name tickets. */
const TABLES = ['suggestions', 'written_texts'] as const;

/** How many rows were deleted from each table of the ledger. */
export type ErasedRows = Record<(typeof TABLES)[number], number>;

/** In the order of their ids, so that two commands do not wait for each other. */
const deleteBatch = (table: (typeof TABLES)[number]): string => `
  WITH erased AS (
    DELETE FROM ${table} WHERE id IN (
      SELECT entry.id FROM ${table} AS entry JOIN tickets AS ticket ON ticket.id = entry.ticket_id
      WHERE ticket.requester_id = $1 ORDER BY entry.id LIMIT ${ERASURE_BATCH_SIZE} FOR UPDATE OF entry)
    RETURNING id
  )
  SELECT count(*)::int AS number FROM erased`;

/** @returns the id of a requester; undefined if nobody asked for help from this address. It has to be in one spelling */
export async function findRequester(database: DataSource, email: string): Promise<number | undefined> {
  const [found] = await database.query<{ id: number }[]>('SELECT id FROM requesters WHERE email = $1', [email]);
  return found?.id;
}

/** Deletes what the ledger has of the tickets of a requester, in batches. The tickets stay. Several processes may do so at once. */
export async function eraseFromLedger(database: DataSource, requesterId: number): Promise<ErasedRows> {
  const erased: ErasedRows = { suggestions: 0, written_texts: 0 };
  for (const table of TABLES) {
    // Until nothing is left: a batch is smaller when the retention deletes some of its rows first.
    for (let number = 1; number > 0; erased[table] += number) {
      const run = () => database.query<[{ number: number }]>(deleteBatch(table), [requesterId]);
      [{ number }] = await retryConflict(run);
    }
  }
  return erased;
}
