import type { EntityTarget, MigrationInterface, ObjectLiteral, QueryRunner } from 'typeorm';
import type { OnlineChange } from './online/online-change';

/** The tables of a product. The application passes them in, so that this folder does not depend on them. */
export interface DatabaseSchema {
  /** The entities that map the tables. */
  readonly entities: readonly (EntityTarget<ObjectLiteral> & (new () => ObjectLiteral))[];
  /** Every migration, oldest first. */
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** Every change that runs after the start, in their order. A migration adds each to `online_changes`. */
  readonly onlineChanges: readonly OnlineChange[];
  /** Inserts sample data into a new database, inside the transaction that creates its tables. */
  readonly seed?: (runner: QueryRunner) => Promise<void>;
}
