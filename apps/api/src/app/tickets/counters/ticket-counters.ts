import { PROPERTY_NAMES } from '@docket/domain';
import type { DataSource } from 'typeorm';

const PROPERTIES = PROPERTY_NAMES.join(', ');

/** A counter that does not agree with the tickets. */
export interface CounterDifference {
  /** The properties or the UTC day that it counts: `technical, high, open`, or `2026-11-22`. */
  readonly counter: string;
  readonly counted: number;
  /** The true number. */
  readonly tickets: number;
}

/** Finds the counters that do not agree with the tickets, which happens only if triggers were disabled. One snapshot; locks nothing. */
export function checkCounters(database: Pick<DataSource, 'query'>): Promise<CounterDifference[]> {
  return database.query(`
    WITH counted AS (
      SELECT concat_ws(', ', ${PROPERTIES}) AS counter, sum(tickets) AS counted
        FROM ticket_label_counts GROUP BY counter
      UNION ALL SELECT to_char(day, 'YYYY-MM-DD') AS counter, sum(tickets) FROM ticket_day_counts GROUP BY counter
    ), present AS (
      SELECT concat_ws(', ', ${PROPERTIES}) AS counter, count(*) AS tickets FROM tickets GROUP BY counter
      UNION ALL SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS counter, count(*) FROM tickets GROUP BY counter
    )
    SELECT counter, coalesce(counted, 0)::int AS counted, coalesce(tickets, 0)::int AS tickets
    FROM counted FULL JOIN present USING (counter)
    WHERE coalesce(counted, 0) <> coalesce(tickets, 0)
    ORDER BY counter`);
}

/** Rebuilds all counters. Writers wait until it has finished, readers do not. */
export async function rebuildCounters(database: DataSource): Promise<void> {
  await database.query('SELECT rebuild_ticket_counters()');
}
