import { LRUCache } from 'lru-cache';
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** The text of a query, and the names of its parameters in the order of their numbers. */
interface Written {
  readonly sql: string;
  readonly names: readonly string[];
}

/** More than the shapes that clients ask for, and a few hundred kilobytes. */
const KEPT = 200;

/** Queries that the query builder writes once for each of their shapes: writing a list's leaves 40 kB of garbage, a tenth of its request's. */
export class SqlTextCache {
  private readonly written = new LRUCache<string, Written>({ max: KEPT });

  constructor(private readonly manager: EntityManager) {}

  /**
   * Runs a query.
   * @param shape stands for its text: two queries of one shape differ in the values of their parameters only
   * @param values by the names of the parameters; it may have more of them than the query
   * @param write writes it, when its shape is new; with whatever values
   */
  rows<T extends ObjectLiteral>(
    shape: string,
    values: Readonly<Record<string, unknown>>,
    write: () => SelectQueryBuilder<ObjectLiteral>,
  ): Promise<T[]> {
    let written = this.written.get(shape);
    if (!written) this.written.set(shape, (written = textOf(write())));
    return this.manager.query<T[]>(
      written.sql,
      written.names.map((name) => valueOf(name, values)),
    );
  }
}

/** With each parameter's own name for its value, so that what comes back in the place of the values is the order of the names. */
function textOf(query: SelectQueryBuilder<ObjectLiteral>): Written {
  const names = Object.keys(query.getParameters());
  const [sql, inOrder] = query
    .setParameters(Object.fromEntries(names.map((name) => [name, name])))
    .getQueryAndParameters();
  return { sql, names: inOrder as string[] };
}

function valueOf(name: string, values: Readonly<Record<string, unknown>>): unknown {
  if (values[name] === undefined) throw new Error(`A query asks for "${name}", and there is no value for it`);
  return values[name];
}
