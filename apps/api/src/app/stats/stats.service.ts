import { TICKET_CATEGORIES, TICKET_PRIORITIES, TICKET_STATUSES } from '@docket/domain';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type Repository } from 'typeorm';
import { Ticket } from '../tickets/ticket.entity';
import type { TicketStatsDto, TicketsOnDayDto } from './ticket-stats.dto';

/** Days that the figures per day go back, today included. */
const DAYS_SHOWN = 30;

@Injectable()
export class StatsService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** Counts in SQL, inside one snapshot, so that the breakdowns always add up to the total. */
  summarise(): Promise<TicketStatsDto> {
    return this.database.transaction('REPEATABLE READ', async (manager) => {
      const tickets = manager.getRepository(Ticket);
      return {
        ...(await this.totals(tickets)),
        priority_breakdown: await this.countBy(tickets, 'priority', TICKET_PRIORITIES),
        category_breakdown: await this.countBy(tickets, 'category', TICKET_CATEGORIES),
        status_breakdown: await this.countBy(tickets, 'status', TICKET_STATUSES),
        tickets_per_day: await this.countByDay(tickets),
      };
    });
  }

  private async totals(tickets: Repository<Ticket>) {
    const totals = await tickets
      .createQueryBuilder('ticket')
      .select('COUNT(*)::int', 'total_tickets')
      .addSelect(`COUNT(*) FILTER (WHERE ticket.status = 'open')::int`, 'open_tickets')
      .addSelect(
        `COALESCE(ROUND(COUNT(*)::numeric / NULLIF(COUNT(DISTINCT (ticket.createdAt AT TIME ZONE 'UTC')::date), 0), 2), 0)::float8`,
        'avg_tickets_per_day',
      )
      .getRawOne<Pick<TicketStatsDto, 'total_tickets' | 'open_tickets' | 'avg_tickets_per_day'>>();
    return totals ?? { total_tickets: 0, open_tickets: 0, avg_tickets_per_day: 0 };
  }

  /** One count for every key, zero included: GROUP BY has no row for what never occurs. */
  private async countBy<K extends string>(
    tickets: Repository<Ticket>,
    column: 'category' | 'priority' | 'status',
    keys: readonly K[],
  ) {
    const rows = await tickets
      .createQueryBuilder('ticket')
      .select(`ticket.${column}`, 'key')
      .addSelect('COUNT(*)::int', 'count') // a bare COUNT is a bigint, which pg returns as text
      .groupBy(`ticket.${column}`)
      .getRawMany<{ key: K; count: number }>();
    const counts = new Map(rows.map(({ key, count }) => [key, count]));
    return Object.fromEntries(keys.map((key) => [key, counts.get(key) ?? 0])) as Record<K, number>;
  }

  /** Every day up to the database's today, oldest first, days without a ticket included. */
  private countByDay(tickets: Repository<Ticket>): Promise<TicketsOnDayDto[]> {
    const today = `(now() AT TIME ZONE 'UTC')::date`;
    return tickets.manager
      .createQueryBuilder()
      .select(`to_char(day.date, 'YYYY-MM-DD')`, 'date')
      .addSelect('COUNT(ticket.id)::int', 'count')
      .from(`(SELECT ${today} - days_ago AS date FROM generate_series(0, ${DAYS_SHOWN - 1}) AS days_ago)`, 'day')
      .leftJoin(
        Ticket,
        'ticket',
        `ticket.createdAt >= day.date::timestamp AT TIME ZONE 'UTC' AND ticket.createdAt < (day.date + 1)::timestamp AT TIME ZONE 'UTC'`,
      )
      .groupBy('day.date')
      .orderBy('day.date')
      .getRawMany<TicketsOnDayDto>();
  }
}
