import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `one_time_links`: a secret address that sets up Docket or sets the password of a person. */
@Entity({ name: 'one_time_links' })
export class OneTimeLink {
  /** SHA-256 of the token in the address. */
  @PrimaryColumn({ name: 'token_hash', type: 'bytea' })
  tokenHash!: Buffer;

  @Column({ type: 'text' })
  kind!: 'set_up' | 'invite' | 'reset';

  /** The person whose password the link sets; null for the set-up. */
  @Column({ name: 'user_id', type: 'integer', nullable: true })
  userId!: number | null;

  @Column({ name: 'created_at', type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz', precision: 3 })
  expiresAt!: Date;

  @Column({ name: 'used_at', type: 'timestamptz', precision: 3, nullable: true })
  usedAt!: Date | null;
}
