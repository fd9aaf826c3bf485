import { TICKET_CATEGORIES, TICKET_PRIORITIES, TICKET_STATUSES } from '@docket/domain';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { TicketDayCount, TicketPropertyCount } from '../tickets';
import type { TicketStatsDto, TicketsOnDayDto } from './ticket-stats.dto';

/** Days that the figures per day go back, today included. */
const DAYS_SHOWN = 30;

const LABELS = ['category', 'priority', 'status'] as const;
type Label = (typeof LABELS)[number];

/** The tickets with one label, which the others leave open; all tickets, when it leaves all three open. */
type LabelRow = Record<Label, string | null> & { readonly tickets: number };

@Injectable()
export class StatsService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /**
   * Sums in SQL, inside one snapshot, so that the breakdowns always add up to the total. Over the counters, which are as exact
   * as the tickets themselves in any snapshot, and a few hundred rows where the tickets may be a million.
   */
  summarise(): Promise<TicketStatsDto> {
    return this.database.transaction('REPEATABLE READ', async (manager) => {
      const { total, by } = await this.countLabels(manager);
      return {
        total_tickets: total,
        open_tickets: by('status', 'open'),
        avg_tickets_per_day: await this.averagePerDay(manager),
        priority_breakdown: everyKey(TICKET_PRIORITIES, (priority) => by('priority', priority)),
        category_breakdown: everyKey(TICKET_CATEGORIES, (category) => by('category', category)),
        status_breakdown: everyKey(TICKET_STATUSES, (status) => by('status', status)),
        tickets_per_day: await this.countByDay(manager),
      };
    });
  }

  /** How many tickets there are, and how many have a label: one row for each, and none for a label that never occurs. */
  private async countLabels(manager: EntityManager) {
    const rows = await manager
      .createQueryBuilder(TicketPropertyCount, 'count')
      .select(LABELS.map((label) => `count.${label} AS ${label}`))
      .addSelect('COALESCE(SUM(count.tickets), 0)::int', 'tickets') // a bare SUM is a bigint, which pg returns as text
      .groupBy(`GROUPING SETS ((), ${LABELS.map((label) => `(count.${label})`).join(', ')})`)
      .getRawMany<LabelRow>();
    return {
      total: rows.find((row) => LABELS.every((label) => row[label] === null))?.tickets ?? 0,
      by: (label: Label, value: string) => rows.find((row) => row[label] === value)?.tickets ?? 0,
    };
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

/** One count for every key, zero included. */
function everyKey<K extends string>(keys: readonly K[], countOf: (key: K) => number): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, countOf(key)])) as Record<K, number>;
}
