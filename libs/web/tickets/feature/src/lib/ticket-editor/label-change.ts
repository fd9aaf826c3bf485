import type { TicketCategory, TicketPriority, TicketStatus } from '@docket/domain';

/** One label of a ticket set to another value: what the user saw, and what it shall become. */
export type LabelChange =
  | { readonly field: 'category'; readonly from: TicketCategory; readonly to: TicketCategory }
  | { readonly field: 'priority'; readonly from: TicketPriority; readonly to: TicketPriority }
  | { readonly field: 'status'; readonly from: TicketStatus; readonly to: TicketStatus };

/** One value of one label, to be shown in words. */
export type LabelValue =
  | { readonly field: 'category'; readonly value: TicketCategory }
  | { readonly field: 'priority'; readonly value: TicketPriority }
  | { readonly field: 'status'; readonly value: TicketStatus };

export function undoing(change: LabelChange): LabelChange {
  return { ...change, from: change.to, to: change.from } as LabelChange;
}
