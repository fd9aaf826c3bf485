import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions';

const IS_IN_OTHER_CLUSTER = `
  SELECT FROM feed_epochs, pg_control_system() WHERE system <> system_identifier::text`;

/** Several processes may start at once: the second one finds the system of the first. */
const RAISE_IN_OTHER_CLUSTER = `
  UPDATE feed_epochs SET generation = generation + 1, system = system_identifier::text
  FROM pg_control_system() WHERE system <> system_identifier::text`;

/**
 * Starts a new epoch of the history if the database has come to another cluster, by a restored backup for example: its transactions
 * are numbered from the start again, so the ids of the new ones may be below those of the old ones.
 */
@Injectable()
export class FeedEpochs implements OnApplicationBootstrap {
  constructor(private readonly transactions: Transactions) {}

  async onApplicationBootstrap(): Promise<void> {
    const found = await this.transactions.statement((manager) => manager.query<unknown[]>(IS_IN_OTHER_CLUSTER));
    if (!found.length) return; // so a start writes nothing, and works while the database accepts no changes
    await this.transactions.statement((manager) => manager.query(RAISE_IN_OTHER_CLUSTER));
  }
}
