import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `sessions`: a browser in which a person is signed in. */
@Entity({ name: 'sessions' })
export class Session {
  /** SHA-256 of the token in the cookie. */
  @PrimaryColumn({ name: 'token_hash', type: 'bytea' })
  tokenHash!: Buffer;

  /** Identifies the session in the API. Not a secret: it grants no access. */
  @Column({ type: 'integer', generated: 'identity', unique: true })
  id!: number;

  @Column({ name: 'user_id', type: 'integer' })
  userId!: number;

  @Column({ name: 'created_at', type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt!: Date;

  /** The last request, to the minute. */
  @Column({ name: 'seen_at', type: 'timestamptz', precision: 3, default: () => 'now()' })
  seenAt!: Date;

  /** The last time that the person proved who they are. */
  @Column({ name: 'authenticated_at', type: 'timestamptz', precision: 3, default: () => 'now()' })
  authenticatedAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz', precision: 3 })
  expiresAt!: Date;

  /** The method of authentication. */
  @Column({ type: 'text', default: 'password' })
  method!: 'password' | 'oidc';

  @Column({ type: 'text' })
  ip!: string;

  @Column({ name: 'user_agent', type: 'text' })
  userAgent!: string;
}
