import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `devices`: a browser in which a person has signed in before. Several people may share one. */
@Entity({ name: 'devices' })
export class Device {
  /** SHA-256 of the token in the cookie. */
  @PrimaryColumn({ name: 'token_hash', type: 'bytea' })
  tokenHash!: Buffer;

  @PrimaryColumn({ name: 'user_id', type: 'integer' })
  userId!: number;

  /** Wrong passwords in this browser since the last sign-in. */
  @Column({ type: 'integer', default: 0 })
  failures!: number;

  /** The last sign-in. */
  @Column({ name: 'seen_at', type: 'timestamptz', precision: 3, default: () => 'now()' })
  seenAt!: Date;
}
