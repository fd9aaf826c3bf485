import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `requests`: a ticket that somebody filed by the public form. */
@Entity({ name: 'requests' })
export class TicketRequest {
  @PrimaryColumn({ name: 'ticket_id', type: 'integer' })
  ticketId!: number;

  /** The reference that the requester quotes when asking about the ticket. */
  @Column({ type: 'text' })
  reference!: string;
}
