import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A row of `tokens`: lets a program act for a person or a service. */
@Entity({ name: 'tokens' })
export class Token {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' })
  id!: number;

  /** SHA-256 of the token. */
  @Column({ type: 'bytea', unique: true })
  hash!: Buffer;

  /** The person or service that the token acts for. */
  @Column({ name: 'user_id', type: 'integer' })
  userId!: number;

  @Column({ name: 'created_by', type: 'integer' })
  createdBy!: number;

  @Column({ type: 'text' })
  name!: string;

  /** The first characters of the token, by which people recognise it. */
  @Column({ type: 'text' })
  start!: string;

  /** Permissions. Those that the owner's role lacks have no effect, so this may name ones that no longer exist. */
  @Column({ type: 'text', array: true })
  scopes!: string[];

  @Column({ name: 'created_at', type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt!: Date;

  /** Null for a token of a service that never expires. */
  @Column({ name: 'expires_at', type: 'timestamptz', precision: 3, nullable: true })
  expiresAt!: Date | null;

  /** The last request, to the minute. */
  @Column({ name: 'last_used_at', type: 'timestamptz', precision: 3, nullable: true })
  lastUsedAt!: Date | null;

  @Column({ name: 'revoked_at', type: 'timestamptz', precision: 3, nullable: true })
  revokedAt!: Date | null;
}
