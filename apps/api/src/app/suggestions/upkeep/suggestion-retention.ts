import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings';
import { Transactions } from '../../platform/database/transactions';

/** Rows of one transaction. Requests run in between: the embedded database has one connection. */
export const BATCH_SIZE = 1000;
/** The key of the advisory lock that lets one process delete at a time. Any constant that no other code uses. */
const RETENTION_LOCK = 7_240_014;

/**
 * A choice without an answer: the API that answered was killed before it could write, or a client invented the id. It counts as a
 * request that could not be written down.
 */
const COUNT_AND_DELETE_ORPHANS = `
  WITH orphans AS (
    DELETE FROM suggestions WHERE id IN (
      SELECT id FROM suggestions WHERE outcome IS NULL AND asked_at < now() - interval '1 day' ORDER BY asked_at LIMIT ${BATCH_SIZE})
    RETURNING asked_at
  )
  INSERT INTO suggestion_losses AS losses (day, number)
  SELECT (asked_at AT TIME ZONE 'UTC')::date, count(*) FROM orphans GROUP BY 1
  ON CONFLICT (day) DO UPDATE SET number = losses.number + excluded.number`;

/**
 * Deletes the oldest rows and adds them to the counts of their day. Two providers and two fields make up to four counts of a row; the
 * bin of a confidence from 0 to 1 is 1 to 10, and 0 without one.
 */
const COUNT_AND_DELETE = `
  WITH old AS (
    DELETE FROM suggestions WHERE id IN (
      SELECT id FROM suggestions WHERE asked_at < now() - make_interval(days => $1) ORDER BY asked_at LIMIT ${BATCH_SIZE})
    RETURNING *
  ), counted AS (
    INSERT INTO suggestion_day_counts AS counts
      (day, team_id, provider, model, prompt_version, field, seen, suggested, chosen, final, bin, number)
    SELECT (asked_at AT TIME ZONE 'UTC')::date, coalesce(team_id, 0), provider, coalesce(by, ''), version, field,
           CASE WHEN is_blind THEN 'blind' WHEN shown_at IS NOT NULL AND is_used THEN 'shown' ELSE 'unseen' END,
           coalesce(suggested, ''), coalesce(chosen, ''), coalesce(final, ''), bin, count(*)
    FROM old CROSS JOIN LATERAL (VALUES
      ('gemini', model, coalesce(prompt_version, 0), 'category', category, chosen_category, final_category, 0, outcome = 'answered'),
      ('gemini', model, coalesce(prompt_version, 0), 'priority', priority, chosen_priority, final_priority, 0, outcome = 'answered'),
      ('local', local_model, 0, 'category', local_category, chosen_category, final_category,
        coalesce(least(floor(local_confidence * 10)::int + 1, 10), 0), outcome <> 'answered'),
      ('local', local_model, 0, 'priority', local_priority, chosen_priority, final_priority, 0, outcome <> 'answered')
    ) AS answer (provider, by, version, field, suggested, chosen, final, bin, is_used)
    WHERE outcome IS NOT NULL AND by IS NOT NULL
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
    ON CONFLICT (day, team_id, provider, model, prompt_version, field, seen, suggested, chosen, final, bin)
    DO UPDATE SET number = counts.number + excluded.number
  )
  SELECT count(*)::int AS number FROM old`;

/** Keeps the counts of a day in place of suggestions that are older than SUGGESTION_DAYS. */
@Injectable()
export class SuggestionRetention {
  constructor(
    private readonly settings: Settings,
    private readonly transactions: Transactions,
  ) {}

  /**
   * Deletes and counts all old suggestions, in batches. Does nothing while another process does.
   * @returns the number of deleted suggestions
   */
  async run(signal: AbortSignal): Promise<number> {
    let total = 0;
    for (let number = BATCH_SIZE; number === BATCH_SIZE && !signal.aborted; total += number) {
      number = await this.deleteBatch();
    }
    return total;
  }

  private deleteBatch(): Promise<number> {
    return this.transactions.run(async (manager) => {
      const [lock] = await manager.query<[{ isFree: boolean }]>('SELECT pg_try_advisory_xact_lock($1) AS "isFree"', [
        RETENTION_LOCK,
      ]);
      if (!lock.isFree) return 0;
      await manager.query(COUNT_AND_DELETE_ORPHANS);
      const [batch] = await manager.query<[{ number: number }]>(COUNT_AND_DELETE, [this.settings.SUGGESTION_DAYS]);
      return batch.number;
    });
  }
}
