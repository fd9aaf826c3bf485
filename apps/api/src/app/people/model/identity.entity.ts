import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `identities`: an account at an OpenID Connect provider and its user. */
@Entity({ name: 'identities' })
export class Identity {
  /** The id of the identity in the API. */
  @Column({ type: 'integer', generated: 'identity', generatedIdentity: 'ALWAYS', unique: true })
  id!: number;

  @PrimaryColumn({ type: 'text' })
  issuer!: string;

  /** The provider's name for the person. Never given to another one, unlike an email address. */
  @PrimaryColumn({ type: 'text' })
  subject!: string;

  @Column({ name: 'user_id', type: 'integer' })
  userId!: number;

  /** The email address that the provider has named last. */
  @Column({ type: 'text', nullable: true })
  email!: string | null;

  /** The groups that gave the role at the last sign-in. Others are not stored. */
  @Column({ type: 'text', array: true, default: [] })
  groups!: string[];

  @Column({ name: 'created_at', type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt!: Date;
}
