import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Number of tickets filed on a UTC day: the sum of `tickets` over the slots, each of which may be negative. Maintained by triggers; the API
 * only reads it.
 */
@Entity({ name: 'ticket_day_counts' })
export class TicketDayCount {
  /** As `YYYY-MM-DD`. */
  @PrimaryColumn({ type: 'date' })
  day!: string;

  @PrimaryColumn({ type: 'integer' })
  slot!: number;

  @Column({ type: 'integer' })
  tickets!: number;
}
