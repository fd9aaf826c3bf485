import type { CreateTicketDto, TicketDto, UpdateTicketDto } from '@docket/contract';

export type Ticket = TicketDto;
export type NewTicket = CreateTicketDto;
export type TicketEdit = UpdateTicketDto;

export interface VersionedTicket {
  readonly ticket: Ticket;
  /** ETag of this version; send it as If-Match. */
  readonly etag?: string;
}
