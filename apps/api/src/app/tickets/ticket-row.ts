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
