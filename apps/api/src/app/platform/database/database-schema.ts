import type { EntityTarget, MigrationInterface, ObjectLiteral, QueryRunner } from 'typeorm';

/** The tables of a product. The application passes them in, so that this folder knows none of them. */
export interface DatabaseSchema {
  /** The entities that map the tables. */
  readonly entities: readonly (EntityTarget<ObjectLiteral> & (new () => ObjectLiteral))[];
  /** Every migration, oldest first. */
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** Inserts sample data into a new database, inside the transaction that creates its tables. */
  readonly seed?: (runner: QueryRunner) => Promise<void>;
}
