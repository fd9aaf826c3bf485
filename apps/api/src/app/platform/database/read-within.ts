import type { EntityManager } from 'typeorm';

/** SQLSTATE of a statement that was cancelled. */
const CANCELLED = '57014';

/**
 * Runs one read in the current transaction for a limited time. The embedded database cannot interrupt a statement: there, the read ends by
 * itself.
 * @returns undefined if the server cancelled the read because it took longer; the transaction goes on, with its settings as before
 */
export async function readWithin<T>(
  manager: EntityManager,
  ms: number,
  read: () => Promise<T>,
): Promise<T | undefined> {
  await manager.query(`SAVEPOINT timed_read; SET LOCAL statement_timeout = ${Math.max(1, Math.ceil(ms))}`);
  const startedAt = performance.now();
  let result: T | undefined;
  try {
    result = await read();
  } catch (error) {
    const isOver = (error as { code?: unknown }).code === CANCELLED && performance.now() - startedAt >= ms;
    if (!isOver) throw error; // a statement is cancelled earlier if its request has ended
  }
  await manager.query('ROLLBACK TO SAVEPOINT timed_read; RELEASE SAVEPOINT timed_read'); // also reverts SET LOCAL
  return result;
}
