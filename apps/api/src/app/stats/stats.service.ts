import { TICKET_CATEGORIES, TICKET_PRIORITIES, TICKET_STATUSES } from '@docket/domain';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { TicketDayCount } from '../counters/ticket-day-count.entity';
import { TicketLabelCount } from '../counters/ticket-label-count.entity';
import type { TicketStatsDto, TicketsOnDayDto } from './ticket-stats.dto';

/** Days that the figures per day go back, today included. */
const DAYS_SHOWN = 30;

@Injectable()
export class StatsService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /**
   * Sums in SQL, inside one snapshot, so that the breakdowns always add up to the total. Over the counters, which are as exact
   * as the tickets themselves in any snapshot, and a few hundred rows where the tickets may be a million.
   */
  summarise(): Promise<TicketStatsDto> {
    return this.database.transaction('REPEATABLE READ', async (manager) => ({
      ...(await this.totals(manager)),
      avg_tickets_per_day: await this.averagePerDay(manager),
      priority_breakdown: await this.countBy(manager, 'priority', TICKET_PRIORITIES),
      category_breakdown: await this.countBy(manager, 'category', TICKET_CATEGORIES),
      status_breakdown: await this.countBy(manager, 'status', TICKET_STATUSES),
      tickets_per_day: await this.countByDay(manager),
    }));
  }

  private async totals(manager: EntityManager) {
    const totals = await manager
      .createQueryBuilder(TicketLabelCount, 'count')
      .select('COALESCE(SUM(count.tickets), 0)::int', 'total_tickets') // a bare SUM is a bigint, which pg returns as text
      .addSelect(`COALESCE(SUM(count.tickets) FILTER (WHERE count.status = 'open'), 0)::int`, 'open_tickets')
      .getRawOne<Pick<TicketStatsDto, 'total_tickets' | 'open_tickets'>>();
    return totals ?? { total_tickets: 0, open_tickets: 0 };
  }

  /** Over the days that have a ticket; a day whose slots cancel each other out has none. */
  private async averagePerDay(manager: EntityManager): Promise<number> {
    const days = manager
      .createQueryBuilder(TicketDayCount, 'count')
      .select('SUM(count.tickets)', 'tickets')
      .groupBy('count.day')
      .having('SUM(count.tickets) > 0');
    const row = await manager
      .createQueryBuilder()
      .select('COALESCE(ROUND(AVG(day.tickets), 2), 0)::float8', 'average')
      .from(`(${days.getQuery()})`, 'day')
      .getRawOne<{ average: number }>();
    return row?.average ?? 0;
  }

  /** One count for every key, zero included: GROUP BY has no row for what never occurs. */
  private async countBy<K extends string>(
    manager: EntityManager,
    column: 'category' | 'priority' | 'status',
    keys: readonly K[],
  ) {
    const rows = await manager
      .createQueryBuilder(TicketLabelCount, 'count')
      .select(`count.${column}`, 'key')
      .addSelect('SUM(count.tickets)::int', 'count')
      .groupBy(`count.${column}`)
      .getRawMany<{ key: K; count: number }>();
    const counts = new Map(rows.map(({ key, count }) => [key, count]));
    return Object.fromEntries(keys.map((key) => [key, counts.get(key) ?? 0])) as Record<K, number>;
  }

  /** Every day up to the database's today, oldest first, days without a ticket included. */
  private countByDay(manager: EntityManager): Promise<TicketsOnDayDto[]> {
    const today = `(now() AT TIME ZONE 'UTC')::date`;
    return manager
      .createQueryBuilder()
      .select(`to_char(day.date, 'YYYY-MM-DD')`, 'date')
      .addSelect('COALESCE(SUM(count.tickets), 0)::int', 'count')
      .from(`(SELECT ${today} - days_ago AS date FROM generate_series(0, ${DAYS_SHOWN - 1}) AS days_ago)`, 'day')
      .leftJoin(TicketDayCount, 'count', 'count.day = day.date')
      .groupBy('day.date')
      .orderBy('day.date')
      .getRawMany<TicketsOnDayDto>();
  }
}
