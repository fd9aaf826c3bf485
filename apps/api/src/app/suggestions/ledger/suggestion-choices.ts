import { Injectable, Logger } from '@nestjs/common';
import type { TicketCategory, TicketPriority } from '@docket/domain';
import { Transactions } from '../../platform/database/transactions';
import { askedAt, isSuggestionId, maybeUnwritten } from './suggestion-id';

/** What a person chose for a filed ticket. */
export interface Choice {
  readonly ticketId: number;
  readonly teamId: number | null;
  readonly category: TicketCategory;
  readonly priority: TicketPriority;
  /** When the client showed the suggestion, by the clock of its machine; undefined if it never did. */
  readonly shownAt?: Date;
}

/**
 * Whether the choice is in the ledger: not for a suggestion that nobody asked for, or that another ticket was filed with; nor while
 * the database is away.
 */
export type ChoiceOutcome = 'recorded' | 'unknown' | 'failed';

/**
 * The answer of the API may be written later: then the row begins with the choice. A time before the request or after now comes from
 * a clock that is wrong.
 */
const RECORD_CHOICE = `
  INSERT INTO suggestions AS suggestion (id, asked_at, ticket_id, team_id, chosen_category, chosen_priority, shown_at, chosen_at)
  SELECT $1, $2::timestamptz, $3::integer, $4::integer, $5, $6,
         CASE WHEN $7::timestamptz IS NOT NULL THEN least(greatest($7, $2), now()) END, now()
  WHERE $8::boolean OR EXISTS (SELECT FROM suggestions WHERE id = $1)
  ON CONFLICT (id) DO UPDATE SET
    ticket_id = excluded.ticket_id, team_id = excluded.team_id, chosen_category = excluded.chosen_category,
    chosen_priority = excluded.chosen_priority, shown_at = excluded.shown_at, chosen_at = excluded.chosen_at
  WHERE suggestion.chosen_at IS NULL
  RETURNING id`;

/** Writes down what people choose, after the ticket is filed. */
@Injectable()
export class SuggestionChoices {
  private readonly logger = new Logger('Suggestions');

  constructor(private readonly transactions: Transactions) {}

  /** Never rejects: the ticket is filed, whatever happens here. */
  async record(suggestionId: string, choice: Choice): Promise<ChoiceOutcome> {
    const id = suggestionId.toLowerCase();
    if (!isSuggestionId(id)) return 'unknown';
    const { ticketId, teamId, category, priority, shownAt } = choice;
    const parameters = [id, askedAt(id), ticketId, teamId, category, priority, shownAt ?? null, maybeUnwritten(id)];
    try {
      const rows = await this.transactions.attempt((manager) => manager.query<unknown[]>(RECORD_CHOICE, parameters));
      return rows.length > 0 ? 'recorded' : 'unknown';
    } catch (error) {
      this.logger.warn(`The choice for a suggestion could not be recorded: ${String(error)}`);
      return 'failed';
    }
  }
}
