import type { SelectQueryBuilder } from 'typeorm';
import type { Ticket } from './ticket.entity';

/**
 * A ticket as the driver returns it, its times as RFC 3339 text (database/times-as-text.ts): what services hand on. TypeORM's own
 * mapping to entities costs more than the query does on a page of tickets.
 */
export interface TicketRow extends Omit<Ticket, 'createdAt' | 'updatedAt'> {
  readonly created_at: string;
  readonly updated_at: string;
}

/** The tickets that a query under the alias `ticket` finds, in its order. */
export function ticketsOf(query: SelectQueryBuilder<Ticket>): Promise<TicketRow[]> {
  return selectTicketRow(query).getRawMany<TicketRow>();
}

/** Selects what a {@link TicketRow} has, from tickets under the alias `ticket`. */
export function selectTicketRow(query: SelectQueryBuilder<Ticket>): SelectQueryBuilder<Ticket> {
  return query
    .select('ticket.id', 'id')
    .addSelect('ticket.title', 'title')
    .addSelect('ticket.description', 'description')
    .addSelect('ticket.category', 'category')
    .addSelect('ticket.priority', 'priority')
    .addSelect('ticket.status', 'status')
    .addSelect('ticket.createdAt', 'created_at')
    .addSelect('ticket.updatedAt', 'updated_at')
    .addSelect('ticket.version', 'version');
}
