import { quoteName } from './stored-tables';
import type { TransferConnection } from './transfer-connection';

interface Index {
  readonly name: string;
  readonly definition: string;
  /** The statistics targets of its expressions that differ from the default. */
  readonly targets: readonly { readonly column: number; readonly target: number }[] | null;
}

const INDEXES = `
  SELECT index.relname AS name, pg_get_indexdef(index.oid) AS definition, (
    SELECT json_agg(json_build_object('column', attnum, 'target', attstattarget) ORDER BY attnum)
    FROM pg_attribute WHERE attrelid = index.oid AND attstattarget >= 0
  ) AS targets
  FROM pg_index JOIN pg_class AS index ON index.oid = indexrelid
  WHERE index.relnamespace = to_regnamespace(quote_ident(current_schema()::text))
    AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
  ORDER BY index.relname`;

/**
 * Drops all indexes that no constraint needs: filling a table and building its indexes afterwards takes a fraction of the time.
 * @returns a function that creates them again, as they were
 */
export async function dropIndexes(connection: TransferConnection): Promise<() => Promise<void>> {
  const indexes = await connection.query<Index[]>(INDEXES);
  for (const { name } of indexes) await connection.query(`DROP INDEX ${quoteName(name)}`);
  return async () => {
    for (const { name, definition, targets } of indexes) {
      await connection.query(definition);
      for (const { column, target } of targets ?? []) {
        await connection.query(`ALTER INDEX ${quoteName(name)} ALTER COLUMN ${column} SET STATISTICS ${target}`);
      }
    }
  };
}
