/** What runs SQL, on either form: a connection, TypeORM's manager of a transaction, or its data source. */
export interface Queryable {
  query<T>(sql: string, parameters?: unknown[]): Promise<T>;
}
