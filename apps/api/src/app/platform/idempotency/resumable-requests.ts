import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions';
import { type ActorKey, KEPT_HOURS, keyInFlight, keyReused, ownerOf } from './key-owner';

/** The progress of a request. */
export interface Reached<Progress> {
  /** Counts the transactions of the work. */
  readonly step: number;
  readonly progress: Progress;
}

const READ = `
  SELECT step, progress, fingerprint = $3 AND progress IS NOT NULL AS "isSame" FROM idempotency_keys
  WHERE actor = $1 AND key = $2 AND created_at > now() - make_interval(hours => ${KEPT_HOURS})`;

const START = `
  INSERT INTO idempotency_keys AS stored (actor, key, fingerprint, step, progress) VALUES ($1, $2, $3, 1, $4)
  ON CONFLICT (actor, key) DO UPDATE SET fingerprint = excluded.fingerprint, status = NULL, headers = NULL, body = NULL,
    is_secret = false, step = 1, progress = excluded.progress, created_at = excluded.created_at
  WHERE stored.created_at <= now() - make_interval(hours => ${KEPT_HOURS})
  RETURNING step`;

const ADVANCE = `
  UPDATE idempotency_keys SET step = step + 1, progress = $4, created_at = now() WHERE actor = $1 AND key = $2 AND fingerprint = $3 AND step = $5
  RETURNING step`;

/** Stores the progress of work that takes many transactions, such as an import, so that a repeated request continues from there. */
@Injectable()
export class ResumableRequests {
  constructor(private readonly transactions: Transactions) {}

  /**
   * The progress of an earlier request with the key; undefined if there was none.
   * @throws ProblemException 422 if the key was used for another request
   */
  async find<Progress>(request: ActorKey): Promise<Reached<Progress> | undefined> {
    const { key, fingerprint } = request;
    const [stored] = await this.transactions.statement((manager) =>
      manager.query<(Reached<Progress> & { readonly isSame: boolean })[]>(READ, [ownerOf(request), key, fingerprint]),
    );
    if (stored && !stored.isSame) throw keyReused();
    return stored;
  }

  /**
   * Stores the progress in the running transaction, which does a part of the work.
   * @param step the step that the work continues from; 0 at its start
   * @returns the number of the new step
   * @throws ProblemException 409 if another request with the key has continued from that step
   */
  async advance(request: ActorKey, step: number, progress: object): Promise<number> {
    const { key, fingerprint } = request;
    const values = [ownerOf(request), key, fingerprint, JSON.stringify(progress)];
    const [stored] = await this.transactions.statement(async (manager) => {
      if (step === 0) return manager.query<{ step: number }[]>(START, values);
      const [rows] = await manager.query<[{ step: number }[], number]>(ADVANCE, [...values, step]);
      return rows;
    });
    if (!stored) throw keyInFlight();
    return stored.step;
  }
}
