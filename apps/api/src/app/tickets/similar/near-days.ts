import type { EntityManager } from 'typeorm';
import { type DayCount, takeWindow } from '../search/day-windows';

/** Number of tickets on the days in which frequent words are looked up: half a week of a desk with a million tickets a year. */
const NEAR_TICKETS = 10_000;
/** Maximum number of these days, because the index looks up each of them separately. */
const MAX_NEAR_DAYS = 32;

/** The days with tickets that are nearest to a time. They contain most of the duplicates. */
const NEAREST = `
  SELECT to_char(day, 'YYYY-MM-DD') AS day, SUM(tickets)::int AS tickets FROM ticket_day_counts
  GROUP BY ticket_day_counts.day HAVING SUM(tickets) > 0
  ORDER BY abs(ticket_day_counts.day - ($1::timestamptz AT TIME ZONE 'UTC')::date), ticket_day_counts.day DESC LIMIT ${MAX_NEAR_DAYS}`;

/** Day numbers around a time, for the search index. */
export async function nearDays(manager: EntityManager, time: string): Promise<number[]> {
  const days = await manager.query<DayCount[]>(NEAREST, [time]);
  return (takeWindow(days, NEAR_TICKETS) ?? []).map(({ day }) => Date.parse(day) / 86_400_000);
}
