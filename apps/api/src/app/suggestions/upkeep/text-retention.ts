import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings';
import { Transactions } from '../../platform/database/transactions';

/** Rows of one statement. Requests run in between: the embedded database has one connection. */
export const TEXT_BATCH_SIZE = 1000;

const DELETE_OLD = `
  WITH old AS (
    DELETE FROM written_texts WHERE id IN (
      SELECT id FROM written_texts WHERE asked_at < now() - make_interval(days => $1) ORDER BY asked_at LIMIT ${TEXT_BATCH_SIZE})
    RETURNING id
  )
  SELECT count(*)::int AS number FROM old`;

/** Deletes summaries and drafts that are older than SUGGESTION_DAYS from the ledger. Nothing takes their place: no figure looks further back. */
@Injectable()
export class TextRetention {
  constructor(
    private readonly settings: Settings,
    private readonly transactions: Transactions,
  ) {}

  /** Deletes all old rows, in batches. Several processes may do so at once. */
  async run(signal: AbortSignal): Promise<void> {
    for (let number = TEXT_BATCH_SIZE; number === TEXT_BATCH_SIZE && !signal.aborted;)
      number = await this.deleteBatch();
  }

  private async deleteBatch(): Promise<number> {
    const [batch] = await this.transactions.statement((manager) =>
      manager.query<[{ number: number }]>(DELETE_OLD, [this.settings.SUGGESTION_DAYS]),
    );
    return batch.number;
  }
}
