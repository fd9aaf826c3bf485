import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions';

const IS_IN_OTHER_CLUSTER = `
  SELECT FROM feed_epochs, pg_control_system() WHERE system <> system_identifier::text`;

/** Repeats the condition, because several processes may start at once: only the first one raises the generation. */
const RAISE_IN_OTHER_CLUSTER = `
  UPDATE feed_epochs SET generation = generation + 1, system = system_identifier::text
  FROM pg_control_system() WHERE system <> system_identifier::text`;

/**
 * Starts a new feed epoch if the database now runs in another cluster, for example after a restore. Transaction ids start again there, so
 * new ones may be below old ones.
 */
@Injectable()
export class FeedEpochs implements OnApplicationBootstrap {
  constructor(private readonly transactions: Transactions) {}

  async onApplicationBootstrap(): Promise<void> {
    const found = await this.transactions.statement((manager) => manager.query<unknown[]>(IS_IN_OTHER_CLUSTER));
    if (!found.length) return; // a usual start writes nothing, and succeeds while the database is read-only
    await this.transactions.statement((manager) => manager.query(RAISE_IN_OTHER_CLUSTER));
  }
}
