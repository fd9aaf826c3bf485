import { Injectable } from '@nestjs/common';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { Transactions } from '../../platform/database/transactions';
import { TicketDayCount } from '../counters/ticket-day-count.entity';
import { TicketPropertyCount } from '../counters/ticket-property-count.entity';
import { Ticket } from '../model/ticket.entity';
import { whereCreatedBetween, whereProperties, whereRelations } from '../query/ticket-conditions';
import type { TicketFilter } from '../query/ticket-filter';
import type { TicketQuery } from '../query/ticket-query';
import { type OrderedGroups, orderedGroups, ticketsOfGroup, wantedParameters } from './ordered-groups';

/**
 * Maximum exact count where no counter exists: for searches, which read the whole text of each match; and for relations, and properties
 * combined with days, which read an index entry per ticket. With a limit of 10,000, lists at a million tickets took 1.6 times as long as at
 * 10,000 tickets (16 connections).
 */
export const COUNT_LIMIT = 1000;

/** The number of matching tickets. */
export interface Count {
  readonly total: number;
  /** `eq`: exact; `gte`: a lower bound. */
  readonly relation: 'eq' | 'gte';
}

/** Counts the matches of queries without a search; TicketSearch counts its own. */
@Injectable()
export class TicketCount {
  constructor(private readonly transactions: Transactions) {}

  /** A query for a single integer, `total`. Uses the counters by property or by day if possible, and otherwise reads tickets. */
  countQuery(query: TicketQuery): SelectQueryBuilder<ObjectLiteral> {
    if (!hasCounter(query)) return this.tickets(query);
    return query.hasDateRange ? this.dayCounters(query.filter) : this.propertyCounters(query.filter);
  }

  /** Converts `total`: above COUNT_LIMIT it is a lower bound. */
  toCount(query: TicketQuery, total: number): Count {
    const isCapped = !hasCounter(query) && total > COUNT_LIMIT;
    return isCapped ? { total: COUNT_LIMIT, relation: 'gte' } : { total, relation: 'eq' };
  }

  private propertyCounters(filter: TicketFilter) {
    const counters = this.transactions.manager.createQueryBuilder().from(TicketPropertyCount, 'ticket');
    return whereProperties(counters, filter).select('COALESCE(SUM(ticket.tickets), 0)::int', 'total');
  }

  private dayCounters({ createdFrom, createdTo }: TicketFilter) {
    const counters = this.transactions.manager.createQueryBuilder().from(TicketDayCount, 'day');
    if (createdFrom !== undefined) counters.andWhere('day.day >= :createdFrom', { createdFrom });
    if (createdTo !== undefined) counters.andWhere('day.day <= :createdTo', { createdTo });
    return counters.select('COALESCE(SUM(day.tickets), 0)::int', 'total');
  }

  /** Reads one index entry per counted ticket, up to one more than the limit. */
  private tickets({ filter }: TicketQuery) {
    const { manager } = this.transactions;
    const groups = orderedGroups(filter);
    const tickets = groups
      ? ticketsOfGroup(manager, groups, filter)
      : whereRelations(manager.createQueryBuilder(Ticket, 'ticket'), filter, 'prevent');
    // The inner limit keeps PostgreSQL from joining over all tickets.
    const counted = whereCreatedBetween(tickets, filter)
      .select('1')
      .limit(COUNT_LIMIT + 1);
    const matches = groups ? ofAllGroups(groups, counted.getQuery()) : counted.getQuery();
    return manager
      .createQueryBuilder()
      .select('COUNT(*)::int', 'total')
      .from(`(${matches})`, 'match')
      .setParameters({ ...filter, ...counted.getParameters(), ...wantedParameters(filter) });
  }
}

/** Whether the counters by property or by day contain the number of matches. */
function hasCounter({ hasRelations, hasProperties, hasDateRange }: TicketQuery): boolean {
  return !hasRelations && !(hasProperties && hasDateRange);
}

function ofAllGroups({ from }: OrderedGroups, tickets: string): string {
  return `SELECT 1 FROM ${from}, LATERAL (${tickets}) AS ticket LIMIT ${COUNT_LIMIT + 1}`;
}
