import { randomUUID } from 'node:crypto';
import { FEED_EPOCH_TABLE, feedGeneration, raiseFeedGeneration } from '../history';
import { findMove, markMove, removeMove } from '../platform/database/database-move';
import { dropIndexes } from '../platform/database/transfer/bulk-indexes';
import { copySequences } from '../platform/database/transfer/copy-sequences';
import { copyTable } from '../platform/database/transfer/copy-table';
import { type StoredTable, listStoredTables, quoteName } from '../platform/database/transfer/stored-tables';
import { checksumsOf, differencesOf } from '../platform/database/transfer/table-checksum';
import type { TransferConnection } from '../platform/database/transfer/transfer-connection';
import { StartupError } from '../platform/startup/startup-error';
import { requireEmpty, requireSameTables } from './check-databases';

/** Stages of a move, in order. */
export type MoveStage = 'copying' | 'indexing' | 'comparing' | 'confirming' | 'releasing';

export interface MoveOptions {
  readonly source: TransferConnection;
  readonly target: TransferConnection;
  /** Names of the two databases for messages. */
  readonly places: { readonly source: string; readonly target: string };
  /** Called before each stage and for each table. A rejection aborts the move. */
  readonly onStage?: (stage: MoveStage, table?: string) => Promise<void> | void;
  /** Checks again that no process uses the source, before the source is marked `moved`. */
  readonly confirm?: () => Promise<void>;
}

export interface MoveResult {
  readonly tables: number;
  readonly rows: number;
  readonly generation: number;
}

/**
 * Copies all data from one database to an empty one with the same schema, then retires the source: Docket no longer starts on it, and does
 * not start on the target before that. An interruption at any point leaves at most one usable database:
 *
 * 1. The target is marked `arriving`, filled, and compared with the source. After an interruption here, the source stays in use.
 * 2. The source is marked `moved`. After an interruption here, {@link finishMove} completes the move.
 * 3. The mark of the target is removed.
 *
 * On a server, the transaction of the source locks out writers from before the first row until step 2.
 */
export async function moveDatabase(options: MoveOptions): Promise<MoveResult> {
  const { source, target, places, confirm, onStage = () => undefined } = options;
  const tables = await listStoredTables(source, [FEED_EPOCH_TABLE]);
  const targetTables = await listStoredTables(target, [FEED_EPOCH_TABLE]);
  requireSameTables(tables, targetTables);
  await requireEmpty(target, targetTables);
  const id = randomUUID();
  await source.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  await source.query(`SET LOCAL lock_timeout = '5s'`);
  await source.query(`LOCK TABLE ${tables.map(({ name }) => quoteName(name)).join(', ')} IN SHARE MODE`);
  await markMove(target, { id, state: 'arriving', place: places.source });
  await fill(options, tables);
  await onStage('comparing');
  const expected = await checksumsOf(source, tables);
  const differences = differencesOf(expected, await checksumsOf(target, targetTables));
  if (differences.length) throw new StartupError(`The copy differs from the source: ${differences.join(', ')}.`);
  const generation = await raiseFeedGeneration(target, await feedGeneration(source));
  await target.query('ANALYZE');
  await onStage('confirming');
  await confirm?.();
  await markMove(source, { id, state: 'moved', place: places.target });
  await source.query('COMMIT');
  await onStage('releasing');
  await removeMove(target);
  const rows = expected.reduce((sum, table) => sum + Number(table.rows), 0);
  return { tables: tables.length, rows, generation };
}

/** Fills the tables with triggers disabled. The triggers would record the copy as changes and count the tickets twice. */
async function fill(
  { source, target, onStage = () => undefined }: MoveOptions,
  tables: readonly StoredTable[],
): Promise<void> {
  await switchTriggers(target, tables, 'DISABLE');
  const createIndexes = await dropIndexes(target);
  for (const table of tables) {
    await onStage('copying', table.name);
    await copyTable(source, target, table);
  }
  await onStage('indexing');
  await createIndexes();
  await copySequences(source, target, ['migrations_id_seq']);
  await switchTriggers(target, tables, 'ENABLE');
}

async function switchTriggers(
  target: TransferConnection,
  tables: readonly StoredTable[],
  to: 'ENABLE' | 'DISABLE',
): Promise<void> {
  for (const { name } of tables) await target.query(`ALTER TABLE ${quoteName(name)} ${to} TRIGGER USER`);
}

/**
 * Completes a move that was interrupted after the source had been retired.
 * @returns whether these two databases belong to such a move
 */
export async function finishMove(source: TransferConnection, target: TransferConnection): Promise<boolean> {
  const [given, taken] = [await findMove(source), await findMove(target)];
  if (given?.state !== 'moved' || given.id !== taken?.id) return false;
  await removeMove(target);
  return true;
}
