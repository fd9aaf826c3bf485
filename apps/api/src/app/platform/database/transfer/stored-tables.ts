import type { TransferConnection } from './transfer-connection';

/** A column with stored values. Generated ones are left out. */
export interface StoredColumn {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  /** The place in the primary key, from 1; null outside it. */
  readonly keyPlace: number | null;
}

export interface StoredTable {
  readonly name: string;
  readonly columns: readonly StoredColumn[];
}

/** Tables about the database itself or about its running processes. A move or a backup does not carry their rows. */
const OWN_TABLES = ['migrations', 'online_changes', 'leases', 'database_moves'];

const TABLES = `
  SELECT class.relname AS name, json_agg(json_build_object(
    'name', attribute.attname, 'type', format_type(attribute.atttypid, attribute.atttypmod),
    'isRequired', attribute.attnotnull, 'keyPlace', array_position(key.conkey, attribute.attnum)
  ) ORDER BY attribute.attnum) AS columns
  FROM pg_class AS class
  JOIN pg_attribute AS attribute ON attribute.attrelid = class.oid AND attribute.attnum > 0
    AND NOT attribute.attisdropped AND attribute.attgenerated = ''
  LEFT JOIN pg_constraint AS key ON key.conrelid = class.oid AND key.contype = 'p'
  WHERE class.relnamespace = to_regnamespace(quote_ident(current_schema()::text))
    AND class.relkind = 'r' AND class.relpersistence = 'p' AND class.relname <> ALL ($1)
  GROUP BY class.relname ORDER BY class.relname`;

const REFERENCES = `
  SELECT DISTINCT source.relname AS name, target.relname AS referenced
  FROM pg_constraint JOIN pg_class AS source ON source.oid = conrelid JOIN pg_class AS target ON target.oid = confrelid
  WHERE contype = 'f' AND connamespace = to_regnamespace(quote_ident(current_schema()::text)) AND conrelid <> confrelid`;

/**
 * The tables that a move or a backup carries, each after those that it references. Unlogged tables are left out: they are empty after
 * a crash, too.
 * @param ownTables more tables whose rows belong to one database only
 */
export async function listStoredTables(
  connection: TransferConnection,
  ownTables: readonly string[],
): Promise<StoredTable[]> {
  const tables = await connection.query<StoredTable[]>(TABLES, [[...OWN_TABLES, ...ownTables]]);
  const references = await connection.query<{ name: string; referenced: string }[]>(REFERENCES);
  const sorted: StoredTable[] = [];
  let rest = tables;
  while (rest.length) {
    const waiting = new Set(rest.map(({ name }) => name));
    const isFree = ({ name }: StoredTable) =>
      !references.some((reference) => reference.name === name && waiting.has(reference.referenced));
    const free = rest.filter(isFree);
    if (!free.length) throw new Error(`Tables reference each other in a circle: ${[...waiting].join(', ')}`);
    sorted.push(...free);
    rest = rest.filter((table) => !free.includes(table));
  }
  return sorted;
}

/** A name as SQL. */
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export const columnList = ({ columns }: StoredTable): string => columns.map(({ name }) => quoteName(name)).join(', ');
