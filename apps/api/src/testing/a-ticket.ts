import type { Ticket } from '../app/tickets/model/ticket.entity';

/** Valid fields of a ticket to insert. A test overrides the fields that matter to it. */
export function aTicket(
  fields: Partial<Ticket> = {},
): Pick<Ticket, 'title' | 'description' | 'category' | 'priority'> & Partial<Ticket> {
  return {
    title: 'Cannot sign in',
    description: 'The code goes to my old number and there is no other way offered.',
    category: 'account',
    priority: 'medium',
    ...fields,
  };
}
