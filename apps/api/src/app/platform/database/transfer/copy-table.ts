import { type StoredColumn, type StoredTable, columnList, quoteName } from './stored-tables';
import type { TransferConnection } from './transfer-connection';

/** Limits of one batch. A single row may be larger. */
const BATCH = { rows: 5000, bytes: 2 * 2 ** 20 };

/** Types whose length PostgreSQL knows without reading a value that it stores outside the row. */
const HAS_LENGTH = /^(?:text|bytea|character varying(?:\(\d+\))?)$/;

/** The end of a batch: the key of its last row, as SQL literals. */
interface BatchEnd {
  readonly rows: number;
  readonly key: readonly string[];
}

/**
 * Copies all rows of a table in the order of its key, in batches of bounded size. The source must not change meanwhile.
 * @param onRows called with the number of rows of each batch
 */
export async function copyTable(
  source: TransferConnection,
  target: TransferConnection,
  table: StoredTable,
  onRows: (rows: number) => void = () => undefined,
): Promise<void> {
  const key = keyOf(table);
  const columns = columnList(table);
  const name = quoteName(table.name);
  for (let after: readonly string[] | undefined; ;) {
    const end = await findBatchEnd(source, table, after);
    if (!end) return;
    const range = [...(after ? [compare(key, '>', after)] : []), compare(key, '<=', end.key)].join(' AND ');
    const rows = await source.copyOut(`SELECT ${columns} FROM ${name} WHERE ${range} ORDER BY ${keyList(key)}`);
    await target.copyIn(`${name} (${columns})`, rows);
    onRows(end.rows);
    after = end.key;
  }
}

async function findBatchEnd(
  source: TransferConnection,
  table: StoredTable,
  after: readonly string[] | undefined,
): Promise<BatchEnd | undefined> {
  const key = keyOf(table);
  const literals = key.map(({ name }) => `quote_literal(${quoteName(name)}::text)`);
  const [end] = await source.query<BatchEnd[]>(`
    SELECT rows, key FROM (
      SELECT json_build_array(${literals.join(', ')}) AS key,
        (row_number() OVER in_order)::integer AS rows, sum(${sizeOf(table)}) OVER in_order AS bytes
      FROM (
        SELECT ctid, * FROM ${quoteName(table.name)} ${after ? `WHERE ${compare(key, '>', after)}` : ''}
        ORDER BY ${keyList(key)} LIMIT ${BATCH.rows}
      ) AS batch WINDOW in_order AS (ORDER BY ${keyList(key)})
    ) AS numbered
    WHERE rows = 1 OR bytes <= ${BATCH.bytes} ORDER BY rows DESC LIMIT 1`);
  return end;
}

/** The primary key, or `ctid` for a table without one: the source does not change, so neither do the positions of its rows. */
function keyOf({ columns }: StoredTable): readonly Pick<StoredColumn, 'name' | 'type'>[] {
  const key = columns.filter(({ keyPlace }) => keyPlace !== null);
  if (!key.length) return [{ name: 'ctid', type: 'tid' }];
  return key.sort((one, other) => Number(one.keyPlace) - Number(other.keyPlace));
}

type Key = ReturnType<typeof keyOf>;

const keyList = (key: Key): string => key.map(({ name }) => quoteName(name)).join(', ');

function compare(key: Key, operator: '>' | '<=', values: readonly string[]): string {
  const typed = key.map(({ type }, index) => `${values[index]}::${type}`);
  return `(${keyList(key)}) ${operator} (${typed.join(', ')})`;
}

/** Roughly the bytes of a row in the text format. */
function sizeOf({ columns }: StoredTable): string {
  const sizes = columns.map(({ name, type }) => {
    const size = HAS_LENGTH.test(type) ? 'octet_length' : 'pg_column_size';
    return `COALESCE(${size}(batch.${quoteName(name)}), 1)`;
  });
  return sizes.join(' + ');
}
