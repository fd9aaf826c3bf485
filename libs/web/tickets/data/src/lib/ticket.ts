import type { CreateTicket, Ticket, UpdateTicket } from '@docket/contract';

export type { Ticket };
export type NewTicket = CreateTicket;
export type TicketEdit = UpdateTicket;

export interface VersionedTicket {
  readonly ticket: Ticket;
  /** ETag of this version; send it as If-Match. */
  readonly etag?: string;
}
