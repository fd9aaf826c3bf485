/** Runs SQL on a server or the embedded database: a connection, TypeORM's entity manager, or its data source. */
export interface Queryable {
  query<T>(sql: string, parameters?: unknown[]): Promise<T>;
}
