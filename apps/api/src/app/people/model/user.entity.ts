import type { Role } from '@docket/domain';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** States of a user. Users are never deleted, because changes refer to them. */
export type UserState = 'invited' | 'active' | 'deactivated';

/** A row of `users`. */
@Entity({ name: 'users' })
export class User {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column({ type: 'text' })
  name!: string;

  /** In lower case, unique. */
  @Column({ type: 'text' })
  email!: string;

  @Column({ type: 'text' })
  role!: Role;

  @Column({ type: 'text' })
  state!: UserState;

  /** In the PHC string format; null for a person without a password. */
  @Column({ name: 'password_hash', type: 'text', nullable: true })
  passwordHash!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
