import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type ObjectLiteral, Repository, type SelectQueryBuilder } from 'typeorm';
import { TicketDayCount } from '../counters/ticket-day-count.entity';
import { TicketPropertyCount } from '../counters/ticket-property-count.entity';
import { WANTED_COMBINATIONS, ofOneCombination, wantedLabels } from './property-combinations';
import { Ticket } from '../model/ticket.entity';
import { type TicketFilter, hasLabels, keepDays, keepLabels } from '../query/ticket-filter';

/**
 * Where counting stops for what has no counter: the matches of a search, each of which costs reading a ticket's whole text, and
 * labels on days, each of which costs an entry of an index. Counting 10,000 of these made lists at a million tickets take 1.6
 * times as long as at 10,000, at 16 connections.
 */
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
  constructor(@InjectRepository(Ticket) private readonly tickets: Repository<Ticket>) {}

  /** The query of one integer, `total`. By the counters for labels, or for days; for both together it counts tickets. */
  query(filter: TicketFilter): SelectQueryBuilder<ObjectLiteral> {
    if (hasLabelsOnDays(filter)) return this.withLabelsOnDays(filter);
    return hasDays(filter) ? this.onDays(filter) : this.withLabels(filter);
  }

  /** What the `total` of that query says. */
  of(filter: TicketFilter, total: number): Count {
    return hasLabelsOnDays(filter) && total > COUNT_BOUND
      ? { total: COUNT_BOUND, relation: 'gte' }
      : { total, relation: 'eq' };
  }

  private withLabels(filter: TicketFilter) {
    const counters = this.tickets.manager.createQueryBuilder().from(TicketPropertyCount, 'ticket');
    return keepLabels(counters, filter).select('COALESCE(SUM(ticket.tickets), 0)::int', 'total');
  }

  private onDays({ created_from, created_to }: TicketFilter) {
    const counters = this.tickets.manager.createQueryBuilder().from(TicketDayCount, 'day');
    if (created_from) counters.andWhere('day.day >= :created_from', { created_from });
    if (created_to) counters.andWhere('day.day <= :created_to', { created_to });
    return counters.select('COALESCE(SUM(day.tickets), 0)::int', 'total');
  }

  /** Reads as many entries of the index of labels as it counts, one more than the bound at most. */
  private withLabelsOnDays(filter: TicketFilter) {
    const atMost = COUNT_BOUND + 1;
    // The inner limit keeps PostgreSQL from making a join over all tickets of it.
    const combination = keepDays(ofOneCombination(this.tickets), filter).select('1').limit(atMost);
    const matches = `SELECT 1 FROM ${WANTED_COMBINATIONS}, LATERAL (${combination.getQuery()}) AS ticket LIMIT ${atMost}`;
    return this.tickets.manager
      .createQueryBuilder()
      .select('COUNT(*)::int', 'total')
      .from(`(${matches})`, 'match')
      .setParameters({ ...combination.getParameters(), ...wantedLabels(filter) });
  }
}

function hasLabelsOnDays(filter: TicketFilter): boolean {
  return hasLabels(filter) && hasDays(filter);
}

function hasDays({ created_from, created_to }: TicketFilter): boolean {
  return Boolean(created_from ?? created_to);
}
