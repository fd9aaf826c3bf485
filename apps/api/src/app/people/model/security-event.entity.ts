import type { SecurityEventName } from '@docket/domain';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Details of the change, such as the old and the new role. Never a secret. */
export type EventDetails = Readonly<Record<string, string | number | boolean | null>>;

/** A row of `security_events`, which the database never changes. Written in the transaction of the change. */
@Entity({ name: 'security_events' })
export class SecurityEvent {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  at!: Date;

  @Column({ type: 'text' })
  event!: SecurityEventName;

  /** The acting person; null for someone who is not signed in. */
  @Column({ name: 'actor_id', type: 'integer', nullable: true })
  actorId!: number | null;

  /** The person whom the event is about. */
  @Column({ name: 'user_id', type: 'integer', nullable: true })
  userId!: number | null;

  /** The token that acted, if it was one. */
  @Column({ name: 'token_id', type: 'integer', nullable: true })
  tokenId!: number | null;

  @Column({ type: 'jsonb', nullable: true })
  details!: EventDetails | null;

  @Column({ type: 'text' })
  ip!: string;

  @Column({ name: 'user_agent', type: 'text' })
  userAgent!: string;

  @Column({ name: 'request_id', type: 'text' })
  requestId!: string;
}
