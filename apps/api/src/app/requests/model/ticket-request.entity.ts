import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `requests`: who filed a ticket by the public form. */
@Entity({ name: 'requests' })
export class TicketRequest {
  @PrimaryColumn({ name: 'ticket_id', type: 'integer' })
  ticketId!: number;

  /** What the requester names when they ask about the ticket. */
  @Column({ type: 'text' })
  reference!: string;

  @Column({ type: 'text' })
  email!: string;

  /** Null if they did not give one. */
  @Column({ type: 'text', nullable: true })
  name!: string | null;
}
