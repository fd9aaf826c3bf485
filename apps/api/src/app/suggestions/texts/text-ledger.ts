import { wordsOf } from '@docket/domain';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../../platform/context/actor';
import { runInContext } from '../../platform/context/work-context';
import { Transactions } from '../../platform/database/transactions';
import { askedAt, newSuggestionId } from '../ledger/suggestion-id';
import type { SentDraft, WrittenText } from './written-text';

/** Maximum length of a model's name in the ledger. */
const NAME_MAX_LENGTH = 200;

const INSERT = `
  INSERT INTO written_texts (id, asked_at, kind, ticket_id, team_id, outcome, sentences, kept, words, model, model_version,
    prompt_version, attempts, latency_ms, prompt_tokens, output_tokens, thought_tokens, cost_micros)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`;

/**
 * The distance comes from the network. No distance of two texts is smaller than the difference of their lengths, or larger than the
 * longer one: another number is moved to the nearer of both. The first reply with a draft counts.
 */
const MARK_SENT = `
  UPDATE written_texts SET
    sent_at = now(),
    edit_distance = CASE WHEN $3::integer IS NOT NULL
      THEN least(greatest($3::integer, abs(words - $4::integer)), greatest(words, $4::integer)) END
  WHERE id = $1 AND ticket_id = $2 AND kind = 'draft' AND outcome = 'written' AND sent_at IS NULL`;

/**
 * Writes down which summaries and drafts the language model was asked for, and which drafts were sent. Nobody waits for it, and nothing
 * fails by it.
 */
@Injectable()
export class TextLedger implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Texts');
  /** One statement after the other: a draft is recorded before its reply. */
  private writing: Promise<unknown> = Promise.resolve();

  constructor(private readonly transactions: Transactions) {}

  /** @returns the id of the text, by which a reply that began as a draft refers to it */
  record(text: WrittenText): string {
    const id = newSuggestionId();
    this.write(INSERT, [
      id,
      askedAt(id),
      text.kind,
      text.ticketId,
      text.teamId,
      text.outcome,
      text.sentences,
      text.kept,
      text.words,
      text.model.slice(0, NAME_MAX_LENGTH),
      text.modelVersion?.slice(0, NAME_MAX_LENGTH),
      text.promptVersion,
      text.attempts,
      Math.round(text.latencyMs),
      text.promptTokens,
      text.outputTokens,
      text.thoughtTokens,
      text.costMicros,
    ]);
    return id;
  }

  /** Call after the reply is stored. Ignores an id that is none of a draft for this ticket, or that another reply began with. */
  markSent(id: string, { ticketId, body, editDistance }: SentDraft): void {
    this.write(MARK_SENT, [id, ticketId, editDistance, wordsOf(body).length]);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.writing;
  }

  private write(sql: string, values: readonly unknown[]): void {
    // Not in the context of the request: its deadline does not apply.
    const work = () =>
      runInContext({ actor: SYSTEM_ACTOR, requestId: 'text-ledger' }, () =>
        this.transactions.statement((manager) =>
          manager.query(
            sql,
            values.map((value) => value ?? null),
          ),
        ),
      );
    this.writing = this.writing
      .then(work)
      .catch((error: unknown) => this.logger.warn(`A summary or a draft could not be recorded: ${String(error)}`));
  }
}
