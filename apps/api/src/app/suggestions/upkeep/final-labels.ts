import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';

/** Suggestions of one statement. Requests run in between: the embedded database has one connection. */
const BATCH_SIZE = 1000;
/** Days without a change after which the labels of a ticket count as final. */
const SETTLED_DAYS = 30;
/** Below every id. */
const FIRST = '00000000-0000-0000-0000-000000000000';

const SET_FINAL = `
  WITH next AS (
    SELECT id, ticket_id FROM suggestions
    WHERE chosen_at IS NOT NULL AND final_at IS NULL AND id > $1 ORDER BY id LIMIT ${BATCH_SIZE}
  ), settled AS (
    UPDATE suggestions AS suggestion SET
      final_category = ticket.category, final_priority = ticket.priority, final_at = now(),
      final_by = CASE WHEN ticket.status IN ('resolved', 'closed') THEN 'resolution' ELSE 'age' END
    FROM next JOIN tickets AS ticket ON ticket.id = next.ticket_id
    WHERE suggestion.id = next.id
      AND (ticket.status IN ('resolved', 'closed') OR ticket.updated_at < now() - make_interval(days => ${SETTLED_DAYS}))
  )
  SELECT max(id::text) AS last, count(*)::int AS number FROM next`;

/** What a ticket was in the end: its labels when it was resolved, or after a month without a change. */
@Injectable()
export class FinalLabels {
  constructor(private readonly transactions: Transactions) {}

  /** Looks at all suggestions without final labels, in batches. Several processes may do so at once. */
  async run(signal: AbortSignal): Promise<void> {
    for (let after: string | null = FIRST; after !== null && !signal.aborted;) after = await this.runBatch(after);
  }

  /** @returns the last id of the batch; null after the last batch */
  private async runBatch(after: string): Promise<string | null> {
    const [batch] = await this.transactions.statement((manager) =>
      manager.query<[{ last: string | null; number: number }]>(SET_FINAL, [after]),
    );
    return batch.number < BATCH_SIZE ? null : batch.last;
  }
}
