import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * How many tickets were filed on this day in UTC: the sum of `tickets` over the slots, each of which may be negative. Kept by
 * triggers, and only ever read here.
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
