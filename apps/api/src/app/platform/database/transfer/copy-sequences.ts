import { quoteName } from './stored-tables';
import type { TransferConnection } from './transfer-connection';

const SEQUENCES = `
  SELECT relname AS name FROM pg_class
  WHERE relkind = 'S' AND relnamespace = to_regnamespace(quote_ident(current_schema()::text)) ORDER BY relname`;

/** Sets all sequences of the target as those of the source, so that the next ids are the same. */
export async function copySequences(
  source: TransferConnection,
  target: TransferConnection,
  except: readonly string[],
): Promise<void> {
  for (const { name } of await source.query<{ name: string }[]>(SEQUENCES)) {
    if (except.includes(name)) continue;
    const [state] = await source.query<{ value: string; called: boolean }[]>(
      `SELECT last_value::text AS value, is_called AS called FROM ${quoteName(name)}`,
    );
    await target.query('SELECT setval($1::regclass, $2::bigint, $3)', [quoteName(name), state?.value, state?.called]);
  }
}
