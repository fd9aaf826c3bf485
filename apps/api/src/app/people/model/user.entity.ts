import type { Role } from '@docket/domain';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Kinds of users. A service only has tokens. */
export const USER_KINDS = ['person', 'service'] as const;
export type UserKind = (typeof USER_KINDS)[number];

/** States of a user. Users are never deleted, because changes refer to them. */
export const USER_STATES = ['invited', 'active', 'deactivated'] as const;
export type UserState = (typeof USER_STATES)[number];

/** A row of `users`: a person, or a service that only has tokens. */
@Entity({ name: 'users' })
export class User {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column({ type: 'text', default: 'person' })
  kind!: UserKind;

  @Column({ type: 'text' })
  name!: string;

  /** In lower case, unique; null for a service. */
  @Column({ type: 'text', nullable: true })
  email!: string | null;

  @Column({ type: 'text' })
  role!: Role;

  @Column({ type: 'text' })
  state!: UserState;

  /** In the PHC string format; null for a person without a password. */
  @Column({ name: 'password_hash', type: 'text', nullable: true })
  passwordHash!: string | null;

  /** Failed sign-ins since the last one that succeeded. */
  @Column({ type: 'integer', default: 0 })
  failures!: number;

  /** The source of the role: administrators (`local`), or the groups at the identity provider. */
  @Column({ name: 'managed_by', type: 'text', default: 'local' })
  managedBy!: 'local' | 'oidc';

  /** The last request of the sessions that have ended. */
  @Column({ name: 'last_seen_at', type: 'timestamptz', precision: 3, nullable: true })
  lastSeenAt!: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
