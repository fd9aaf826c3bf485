import type { Ticket } from '../model/ticket.entity';
import TICKETS from './demo-tickets.json';

const HOUR = 3_600_000;

type DemoTicket = Pick<
  Ticket,
  'title' | 'description' | 'category' | 'priority' | 'status' | 'createdAt' | 'updatedAt'
>;

/**
 * Tickets to look around with, written for Docket: no person and no company in them is real. They lie in the thirty days
 * before `now`, oldest first, so that the dashboard of a first start has something to show.
 */
export function demoTickets(now: Date): DemoTicket[] {
  const ago = (hours: number) => new Date(now.getTime() - hours * HOUR);
  return TICKETS.map(({ hoursAgo, hoursToAnswer = 0, title, description, ...labels }) => ({
    title,
    description,
    ...(labels as Pick<Ticket, 'category' | 'priority' | 'status'>),
    createdAt: ago(hoursAgo),
    updatedAt: ago(hoursAgo - hoursToAnswer),
  }));
}
