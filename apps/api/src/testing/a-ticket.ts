import type { Ticket } from '../app/tickets/model/ticket.entity';

/** A ticket's fields to insert: believable, and whatever a test cares about given by the test. */
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
