import { PROPERTY_NAMES } from '@docket/domain';
import type { DataSource } from 'typeorm';

const PROPERTIES = PROPERTY_NAMES.join(', ');

/** A counter that does not match the tickets. */
export interface CounterDifference {
  /** Properties or UTC day of the counter: `technical, high, open`, or `2026-11-22`. */
  readonly counter: string;
  readonly counted: number;
  /** The actual number of tickets. */
  readonly tickets: number;
}

/** Finds counters that do not match the tickets, which happens only if triggers were disabled. Reads one snapshot without locks. */
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
