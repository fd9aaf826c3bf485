import type { TicketCategory, TicketPriority, TicketStatus } from '@docket/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Number of tickets with a combination of properties: the sum of `tickets` over the slots, each of which may be negative. Maintained by
 * triggers; the API only reads it.
 */
@Entity({ name: 'ticket_label_counts' })
export class TicketPropertyCount {
  @PrimaryColumn({ type: 'text' })
  category!: TicketCategory;

  @PrimaryColumn({ type: 'text' })
  priority!: TicketPriority;

  @PrimaryColumn({ type: 'text' })
  status!: TicketStatus;

  @PrimaryColumn({ type: 'integer' })
  slot!: number;

  @Column({ type: 'integer' })
  tickets!: number;
}
