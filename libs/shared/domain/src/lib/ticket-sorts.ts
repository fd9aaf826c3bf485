/** Sort orders of the list. `priority` puts the most urgent first and, within a priority, the newest first. */
export const TICKET_SORTS = ['newest', 'oldest', 'priority'] as const;
export type TicketSort = (typeof TICKET_SORTS)[number];
