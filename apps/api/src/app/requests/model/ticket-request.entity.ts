import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `requests`: a ticket that somebody filed by the public form. */
@Entity({ name: 'requests' })
export class TicketRequest {
  @PrimaryColumn({ name: 'ticket_id', type: 'integer' })
  ticketId!: number;

  /** What the requester names when they ask about the ticket. */
  @Column({ type: 'text' })
  reference!: string;
}
