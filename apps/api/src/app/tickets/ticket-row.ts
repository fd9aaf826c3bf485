import type { SelectQueryBuilder } from 'typeorm';
import type { Ticket } from './ticket.entity';

/** A row of `tickets` as the driver returns it. */
export interface TicketRow extends Omit<Ticket, 'createdAt' | 'updatedAt'> {
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** The ticket of a row. Cheaper than TypeORM's own mapping, which costs more than the query does on a page of tickets. */
export function ticketOf(row: TicketRow): Ticket {
  const { id, title, description, category, priority, status, version } = row;
  return {
    id,
    title,
    description,
    category,
    priority,
    status,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version,
  };
}

/** The tickets that a query under the alias `ticket` finds, in its order. */
export async function ticketsOf(query: SelectQueryBuilder<Ticket>): Promise<Ticket[]> {
  return (await selectTicketRow(query).getRawMany<TicketRow>()).map(ticketOf);
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
