import type { TicketCategory, TicketPriority, TicketStatus } from '@docket/domain';

/** A change of one property: `from` is the value that the user saw. */
export type PropertyChange =
  | { readonly field: 'category'; readonly from: TicketCategory; readonly to: TicketCategory }
  | { readonly field: 'priority'; readonly from: TicketPriority; readonly to: TicketPriority }
  | { readonly field: 'status'; readonly from: TicketStatus; readonly to: TicketStatus };

/** A property and its value. */
export type PropertyValue =
  | { readonly field: 'category'; readonly value: TicketCategory }
  | { readonly field: 'priority'; readonly value: TicketPriority }
  | { readonly field: 'status'; readonly value: TicketStatus };

export function invert(change: PropertyChange): PropertyChange {
  return { ...change, from: change.to, to: change.from } as PropertyChange;
}
