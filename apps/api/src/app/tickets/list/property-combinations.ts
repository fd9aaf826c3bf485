import { TICKET_CATEGORIES, TICKET_PRIORITIES, TICKET_STATUSES } from '@docket/domain';
import type { Repository, SelectQueryBuilder } from 'typeorm';
import type { Ticket } from '../model/ticket.entity';
import type { TicketFilter } from '../query/ticket-filter';

/** For FROM: one row for each combination of labels that is wanted, at most 64. */
export const WANTED_COMBINATIONS = `unnest(:categories::text[]) AS one_category, unnest(:priorities::text[]) AS one_priority,
          unnest(:statuses::text[]) AS one_status`;

/** The parameters of {@link WANTED_COMBINATIONS}. */
export function wantedLabels(filter: TicketFilter) {
  return {
    categories: filter.category ?? TICKET_CATEGORIES,
    priorities: filter.priority ?? TICKET_PRIORITIES,
    statuses: filter.status ?? TICKET_STATUSES,
  };
}

/** The tickets of one of {@link WANTED_COMBINATIONS}, to be made LATERAL: the index over the three labels and the time has them in order. */
export function ofOneCombination(tickets: Repository<Ticket>): SelectQueryBuilder<Ticket> {
  return tickets
    .createQueryBuilder('ticket')
    .where('ticket.category = one_category AND ticket.priority = one_priority AND ticket.status = one_status');
}
