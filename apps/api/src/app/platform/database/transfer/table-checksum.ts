import { type StoredTable, columnList, quoteName } from './stored-tables';
import type { TransferConnection } from './transfer-connection';

/** Row count and checksum of a table: equal for the same rows in any order, on any version of PostgreSQL. */
export interface TableChecksum {
  readonly name: string;
  readonly rows: string;
  /** The sum of 60 bits of the MD5 of each row. Detects accidental differences only. */
  readonly sum: string;
}

/** Reads all rows of a table. */
async function checksumOf(connection: TransferConnection, table: StoredTable): Promise<TableChecksum> {
  const [row] = await connection.query<{ rows: string; sum: string }[]>(`
    SELECT count(*)::text AS rows,
      COALESCE(sum(('x' || left(md5(ROW(${columnList(table)})::text), 15))::bit(60)::bigint), 0)::text AS sum
    FROM ${quoteName(table.name)}`);
  return { name: table.name, rows: row?.rows ?? '', sum: row?.sum ?? '' };
}

/** The checksums of several tables, in their order. */
export async function checksumsOf(
  connection: TransferConnection,
  tables: readonly StoredTable[],
): Promise<TableChecksum[]> {
  const checksums: TableChecksum[] = [];
  for (const table of tables) checksums.push(await checksumOf(connection, table));
  return checksums;
}

/** Describes the first tables that differ; empty if all are equal. */
export function differencesOf(expected: readonly TableChecksum[], found: readonly TableChecksum[]): string[] {
  return expected.flatMap(({ name, rows, sum }) => {
    const other = found.find((table) => table.name === name);
    if (!other) return [`${name} is missing`];
    if (other.rows !== rows) return [`${name} has ${other.rows} rows instead of ${rows}`];
    return other.sum === sum ? [] : [`${name} has other values`];
  });
}
