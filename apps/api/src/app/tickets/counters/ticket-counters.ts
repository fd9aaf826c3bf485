import type { DataSource } from 'typeorm';

/** A counter that does not say what the tickets say. */
export interface CounterDifference {
  /** Which tickets it counts: `technical, high, open`, or a day in UTC. */
  readonly counter: string;
  readonly counted: number;
  /** How many such tickets there are. */
  readonly tickets: number;
}

/** Every counter that differs from the tickets: none, unless somebody switched the triggers off. One snapshot; locks nothing. */
export function checkCounters(database: DataSource): Promise<CounterDifference[]> {
  return database.query(`
    WITH counted AS (
      SELECT concat_ws(', ', category, priority, status) AS counter, sum(tickets) AS counted
        FROM ticket_label_counts GROUP BY counter
      UNION ALL SELECT to_char(day, 'YYYY-MM-DD') AS counter, sum(tickets) FROM ticket_day_counts GROUP BY counter
    ), present AS (
      SELECT concat_ws(', ', category, priority, status) AS counter, count(*) AS tickets FROM tickets GROUP BY counter
      UNION ALL SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS counter, count(*) FROM tickets GROUP BY counter
    )
    SELECT counter, coalesce(counted, 0)::int AS counted, coalesce(tickets, 0)::int AS tickets
    FROM counted FULL JOIN present USING (counter)
    WHERE coalesce(counted, 0) <> coalesce(tickets, 0)
    ORDER BY counter`);
}

/** Counts everything anew. Writers wait until it is done, readers do not. */
export async function rebuildCounters(database: DataSource): Promise<void> {
  await database.query('SELECT rebuild_ticket_counters()');
}
