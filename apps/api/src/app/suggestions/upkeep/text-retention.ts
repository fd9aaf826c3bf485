import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings';
import { Transactions } from '../../platform/database/transactions';
import { deleteInBatches } from '../../platform/jobs/batched-deletion';

const DELETE_OLD = `
  DELETE FROM written_texts WHERE id IN (
    SELECT id FROM written_texts WHERE asked_at < now() - make_interval(days => $2)
    ORDER BY asked_at LIMIT $1 FOR UPDATE SKIP LOCKED)`;

/** Deletes summaries and drafts that are older than SUGGESTION_DAYS from the ledger. Nothing takes their place: no figure looks further back. */
@Injectable()
export class TextRetention {
  constructor(
    private readonly settings: Settings,
    private readonly transactions: Transactions,
  ) {}

  /** Deletes all old rows, in batches. Several processes may do so at once. */
  run(signal: AbortSignal): Promise<void> {
    return deleteInBatches(this.transactions, DELETE_OLD, { signal, parameters: [this.settings.SUGGESTION_DAYS] });
  }
}
