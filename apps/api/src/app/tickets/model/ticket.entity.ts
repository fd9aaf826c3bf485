import type { TicketCategory, TicketPriority, TicketStatus } from '@docket/domain';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A row of `tickets`. The migrations define the schema; the columns here map it. */
@Entity({ name: 'tickets' })
export class Ticket {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  description!: string;

  @Column({ type: 'text' })
  category!: TicketCategory;

  @Column({ type: 'text' })
  priority!: TicketPriority;

  @Column({ type: 'text', default: 'open' })
  status!: TicketStatus;

  @Column({ name: 'created_at', type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', precision: 3, default: () => 'now()' })
  updatedAt!: Date;

  /** Increases by one with every change. Part of the ETag. */
  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'requester_id', type: 'integer', nullable: true })
  requesterId!: number | null;

  @Column({ name: 'assignee_id', type: 'integer', nullable: true })
  assigneeId!: number | null;

  @Column({ name: 'team_id', type: 'integer', nullable: true })
  teamId!: number | null;

  /** Lower case, without duplicates, sorted by code point. */
  @Column({ type: 'text', array: true, default: [] })
  tags!: readonly string[];

  /** Id in the system that the ticket was imported from. */
  @Column({ name: 'external_id', type: 'text', nullable: true })
  externalId!: string | null;
}
