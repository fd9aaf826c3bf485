import { PROPERTY_NAMES, PROPERTY_VALUES, type PropertyName, type PropertyValue } from '@docket/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { SqlTextCache } from '../platform/database/sql-text-cache';
import { Transactions } from '../platform/database/transactions';
import { TicketDayCount, TicketPropertyCount } from '../tickets';
import type { TicketStatsDto, TicketsOnDayDto } from './ticket-stats.dto';

/** The days in `tickets_per_day`, today included. */
const DAYS_SHOWN = 30;

/** Number of tickets with one value of one property. The other properties are null; in the total, all of them are. */
type PropertyCountRow = Readonly<Record<PropertyName, string | null>> & { readonly tickets: number };

/** The only row of the query. The lists are JSON. */
interface StatsRow {
  readonly counts: readonly PropertyCountRow[];
  readonly average: number;
  readonly days: readonly TicketsOnDayDto[];
}

@Injectable()
export class StatsService {
  private readonly sqlTexts: SqlTextCache;

  constructor(private readonly transactions: Transactions) {
    this.sqlTexts = new SqlTextCache(transactions);
  }

  /**
   * Computes all statistics in one statement, so that they share a snapshot and each breakdown adds up to the total. Reads the counters: a
   * few hundred rows, as exact as counting a million tickets.
   */
  async summarise(): Promise<TicketStatsDto> {
    const rows = await this.sqlTexts.query<StatsRow>('stats', {}, () => statsQuery(this.transactions.manager));
    const [{ counts, average, days }] = rows as [StatsRow];
    const count = (name: PropertyName, value: string) => counts.find((one) => one[name] === value)?.tickets ?? 0;
    /** A count for every value, including zero: GROUP BY returns no row for a value without tickets. */
    const breakdown = <N extends PropertyName>(name: N) =>
      Object.fromEntries(PROPERTY_VALUES[name].map((value) => [value, count(name, value)])) as Record<
        PropertyValue<N>,
        number
      >;
    return {
      total_tickets: counts.find((one) => PROPERTY_NAMES.every((name) => one[name] === null))?.tickets ?? 0,
      open_tickets: count('status', 'open'),
      avg_tickets_per_day: average,
      priority_breakdown: breakdown('priority'),
      category_breakdown: breakdown('category'),
      status_breakdown: breakdown('status'),
      tickets_per_day: [...days],
    };
  }
}

function statsQuery(manager: EntityManager): SelectQueryBuilder<ObjectLiteral> {
  return manager
    .createQueryBuilder()
    .select(`(SELECT json_agg(count) FROM (${countsByProperty(manager)}) AS count)`, 'counts')
    .addSelect(`(${averagePerDay(manager)})`, 'average')
    .addSelect(`(SELECT json_agg(day ORDER BY day.date) FROM (${countsByDay(manager)}) AS day)`, 'days')
    .from('(SELECT 1)', 'one_row');
}

/** A row with the total, and a row for each value of each property that at least one ticket has. */
function countsByProperty(manager: EntityManager): string {
  return manager
    .createQueryBuilder(TicketPropertyCount, 'count')
    .select(PROPERTY_NAMES.map((name) => `count.${name} AS ${name}`))
    .addSelect('COALESCE(SUM(count.tickets), 0)::int', 'tickets') // A bare SUM is a bigint, which pg returns as text.
    .groupBy(`GROUPING SETS ((), ${PROPERTY_NAMES.map((name) => `(count.${name})`).join(', ')})`)
    .getQuery();
}

/** The average over the days with tickets. Days whose slots add up to zero have none. */
function averagePerDay(manager: EntityManager): string {
  const days = manager
    .createQueryBuilder(TicketDayCount, 'count')
    .select('SUM(count.tickets)', 'tickets')
    .groupBy('count.day')
    .having('SUM(count.tickets) > 0');
  return manager
    .createQueryBuilder()
    .select('COALESCE(ROUND(AVG(day.tickets), 2), 0)::float8', 'average')
    .from(`(${days.getQuery()})`, 'day')
    .getQuery();
}

/** A row for each of the last days, including days without tickets. The database determines the current day. */
function countsByDay(manager: EntityManager): string {
  const today = `(now() AT TIME ZONE 'UTC')::date`;
  return manager
    .createQueryBuilder()
    .select(`to_char(day.date, 'YYYY-MM-DD')`, 'date')
    .addSelect('COALESCE(SUM(count.tickets), 0)::int', 'count')
    .from(`(SELECT ${today} - days_ago AS date FROM generate_series(0, ${DAYS_SHOWN - 1}) AS days_ago)`, 'day')
    .leftJoin(TicketDayCount, 'count', 'count.day = day.date')
    .groupBy('day.date')
    .getQuery();
}
