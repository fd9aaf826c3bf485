import { LRUCache } from 'lru-cache';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Transactions } from './transactions';

/** The text of a query, and the names of its parameters in the order of their numbers. */
interface SqlText {
  readonly sql: string;
  readonly parameterNames: readonly string[];
}

/** Maximum number of texts: more than clients use, and a few hundred kilobytes. */
const MAX_TEXTS = 200;

/**
 * Caches the SQL text of queries. Building the query of a list allocates 40 kB, a tenth of the garbage of its request.
 */
export class SqlTextCache {
  private readonly texts = new LRUCache<string, SqlText>({ max: MAX_TEXTS });

  constructor(private readonly transactions: Transactions) {}

  /**
   * Runs a query, in the running transaction if there is one.
   * @param key identifies the text: queries with the same key differ only in the values of their parameters
   * @param parameters by name; names that the text does not use are ignored
   * @param build builds the query; called if the key is new, and its own parameter values are ignored
   */
  query<T extends ObjectLiteral>(
    key: string,
    parameters: Readonly<Record<string, unknown>>,
    build: () => SelectQueryBuilder<ObjectLiteral>,
  ): Promise<T[]> {
    let text = this.texts.get(key);
    if (!text) this.texts.set(key, (text = toSqlText(build())));
    const { sql, parameterNames } = text;
    const values = parameterNames.map((name) => requireValue(name, parameters));
    return this.transactions.statement((manager) => manager.query<T[]>(sql, values));
  }
}

/** Sets each parameter to its own name: the ordered values that TypeORM returns are then the names. */
function toSqlText(builder: SelectQueryBuilder<ObjectLiteral>): SqlText {
  const names = Object.keys(builder.getParameters());
  const [sql, orderedNames] = builder
    .setParameters(Object.fromEntries(names.map((name) => [name, name])))
    .getQueryAndParameters();
  return { sql, parameterNames: orderedNames as string[] };
}

function requireValue(name: string, parameters: Readonly<Record<string, unknown>>): unknown {
  if (parameters[name] === undefined) throw new Error(`The query parameter "${name}" has no value`);
  return parameters[name];
}
