/** The orders of the list: by the time of filing, or the most urgent first and, of each priority, the newest first. */
export const TICKET_SORTS = ['newest', 'oldest', 'priority'] as const;
export type TicketSort = (typeof TICKET_SORTS)[number];
