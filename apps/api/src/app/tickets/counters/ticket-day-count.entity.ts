import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The number of tickets that were filed on a UTC day: the sum of `tickets` over the slots, each of which may be negative. Triggers
 * maintain it; the API only reads it.
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
