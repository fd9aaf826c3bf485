import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { TicketDayCount } from '../counters/ticket-day-count.entity';
import { TicketLabelCount } from '../counters/ticket-label-count.entity';
import { Ticket } from './ticket.entity';
import { type TicketFilter, applyFilter, hasLabels, keepLabels } from './ticket-filter';

/** Where counting the matches of a search stops: each of them costs reading a ticket's whole text. */
export const COUNT_BOUND = 1000;

/** How many tickets match. */
export interface Count {
  readonly total: number;
  /** `eq`: exactly so many; `gte`: so many or more. */
  readonly relation: 'eq' | 'gte';
}

/** Counts the matches of filters without a search, which {@link TicketSearch} counts itself. */
@Injectable()
export class TicketCount {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** The query of one integer, `total`. By the counters for labels, or for days; for both together it counts tickets. */
  query(filter: TicketFilter): SelectQueryBuilder<ObjectLiteral> {
    if (!filter.created_from && !filter.created_to) return this.withLabels(filter);
    return hasLabels(filter) ? this.withLabelsOnDays(filter) : this.onDays(filter);
  }

  private withLabels(filter: TicketFilter) {
    const counters = this.database.createQueryBuilder().from(TicketLabelCount, 'ticket');
    return keepLabels(counters, filter).select('COALESCE(SUM(ticket.tickets), 0)::int', 'total');
  }

  private onDays({ created_from, created_to }: TicketFilter) {
    const counters = this.database.createQueryBuilder().from(TicketDayCount, 'day');
    if (created_from) counters.andWhere('day.day >= :created_from', { created_from });
    if (created_to) counters.andWhere('day.day <= :created_to', { created_to });
    return counters.select('COALESCE(SUM(day.tickets), 0)::int', 'total');
  }

  /** For labels and days together there is no counter. */
  private withLabelsOnDays(filter: TicketFilter) {
    return applyFilter(this.database.createQueryBuilder().from(Ticket, 'ticket'), filter).select(
      'COUNT(*)::int',
      'total',
    );
  }
}
