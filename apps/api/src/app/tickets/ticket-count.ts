import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { TicketDayCount } from '../counters/ticket-day-count.entity';
import { TicketLabelCount } from '../counters/ticket-label-count.entity';
import { Ticket } from './ticket.entity';
import { type TicketFilter, applyFilter, hasLabels, keepLabels } from './ticket-filter';

/** Where counting the matches of a search stops: each of them costs reading a ticket's whole text. */
export const COUNT_BOUND = 1000;

/** Where counting stops when labels and days are asked for together, for which there is no counter, but an index. */
const LABELS_AND_DAYS_BOUND = 10_000;

/** How many tickets match. */
export interface Count {
  readonly total: number;
  /** `eq`: exactly so many; `gte`: so many or more. */
  readonly relation: 'eq' | 'gte';
}

/** Counts the matches of filters without a search, which {@link TicketSearch} counts itself. */
@Injectable()
export class TicketCount {
  constructor(@InjectRepository(Ticket) private readonly tickets: Repository<Ticket>) {}

  /** Exact by the counters, for labels or for days; for both together, it counts up to a bound. */
  async count(filter: TicketFilter): Promise<Count> {
    if (!filter.created_from && !filter.created_to) return { total: await this.withLabels(filter), relation: 'eq' };
    if (!hasLabels(filter)) return { total: await this.onDays(filter), relation: 'eq' };
    const total = await this.upToBound(filter);
    return total > LABELS_AND_DAYS_BOUND
      ? { total: LABELS_AND_DAYS_BOUND, relation: 'gte' }
      : { total, relation: 'eq' };
  }

  private async withLabels(filter: TicketFilter): Promise<number> {
    const counters = this.tickets.manager.createQueryBuilder(TicketLabelCount, 'ticket');
    const row = await keepLabels(counters, filter)
      .select('COALESCE(SUM(ticket.tickets), 0)::int', 'total')
      .getRawOne<{ total: number }>();
    return row?.total ?? 0;
  }

  private async onDays({ created_from, created_to }: TicketFilter): Promise<number> {
    const counters = this.tickets.manager.createQueryBuilder(TicketDayCount, 'count');
    if (created_from) counters.andWhere('count.day >= :created_from', { created_from });
    if (created_to) counters.andWhere('count.day <= :created_to', { created_to });
    const row = await counters.select('COALESCE(SUM(count.tickets), 0)::int', 'total').getRawOne<{ total: number }>();
    return row?.total ?? 0;
  }

  private async upToBound(filter: TicketFilter): Promise<number> {
    const matches = applyFilter(this.tickets.createQueryBuilder('ticket').select('1'), filter).limit(
      LABELS_AND_DAYS_BOUND + 1,
    );
    const row = await this.tickets.manager
      .createQueryBuilder()
      .select('COUNT(*)::int', 'total')
      .from(`(${matches.getQuery()})`, 'match')
      .setParameters(matches.getParameters())
      .getRawOne<{ total: number }>();
    return row?.total ?? 0;
  }
}
