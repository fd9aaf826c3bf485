import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';
import { RepeatedJob } from '../../platform/jobs/repeated-job';
import { LONGEST_DELAY_HOURS } from './retry-schedule';
import { WebhookSender } from './webhook-sender';

/** Maximum number of rows changed by one statement. Requests run in between: the embedded database has a single connection. */
const BATCH_SIZE = 500;

/** First attempts are due at once. Later ones are due within the longest delay. */
const BRING_FORWARD = `
  UPDATE webhook_deliveries SET next_at = now() WHERE id IN (
    SELECT id FROM webhook_deliveries
    WHERE state = 'pending' AND (next_at > now() + interval '${LONGEST_DELAY_HOURS} hours' OR tries = 0 AND next_at > now() + interval '1 minute')
    LIMIT $1 FOR UPDATE SKIP LOCKED)`;

/** Makes deliveries due whose next attempt is too far in the future, because the clock of the database was set back. */
@Injectable()
export class FutureDeliveries implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly job = new RepeatedJob({
    name: 'webhooks',
    firstMs: 60_000,
    intervalMs: 15 * 60_000,
    pass: () => this.run(),
    onFailure: (error) => new Logger('Webhooks').warn(`Waiting deliveries could not be read: ${String(error)}`),
  });

  constructor(
    private readonly transactions: Transactions,
    private readonly sender: WebhookSender,
  ) {}

  onApplicationBootstrap(): void {
    this.job.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.job.stop();
  }

  async run(): Promise<void> {
    for (let changed = BATCH_SIZE; changed === BATCH_SIZE && !this.job.signal.aborted;) {
      [, changed] = await this.transactions.statement((manager) =>
        manager.query<[unknown[], number]>(BRING_FORWARD, [BATCH_SIZE]),
      );
      if (changed) this.sender.wake();
    }
  }
}
