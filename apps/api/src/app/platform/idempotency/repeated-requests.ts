import { HttpStatus, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transactions';
import { ProblemException } from '../problems/problem.exception';
import { type ActorKey, KEPT_HOURS, keyInFlight, keyReused, ownerOf } from './key-owner';
import { SHOWN_ONCE } from './problem-kinds';

/** The answer to a request, which a repetition gets again. */
export interface Answer {
  readonly status: number;
  /** The headers that belong to this answer, such as `Location`. */
  readonly headers: Readonly<Record<string, string | number | string[] | undefined>>;
  /** JSON text; null for an answer without a body, and for one whose secret is not kept. */
  readonly body: string | null;
}

/** An answer that may be a stored one. */
export interface GivenAnswer extends Answer {
  readonly isReplayed: boolean;
}

interface StoredAnswer extends Answer {
  readonly isSame: boolean;
  readonly isSecret: boolean;
}

/** False while another transaction works under the key. The lock ends with the transaction, also if its process dies. */
const LOCK = `SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS "isFree"`;

const READ = `
  SELECT status, headers, body, is_secret AS "isSecret", fingerprint = $3 AS "isSame" FROM idempotency_keys
  WHERE actor = $1 AND key = $2 AND created_at > now() - make_interval(hours => ${KEPT_HOURS})`;

/** Replaces an expired row that has not been deleted yet. */
const STORE = `
  INSERT INTO idempotency_keys (actor, key, fingerprint, status, headers, body, is_secret) VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (actor, key) DO UPDATE SET fingerprint = excluded.fingerprint, status = excluded.status, headers = excluded.headers,
    body = excluded.body, is_secret = excluded.is_secret, step = 0, progress = NULL, created_at = excluded.created_at`;

/** Does the work of a request once for each key, and keeps its answer. */
@Injectable()
export class RepeatedRequests {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Does the work and stores its answer, or returns the stored one. All in one transaction: after a crash, the work and its answer
   * are both stored, or neither.
   * @param isSecret whether the body of the answer must not be stored
   * @throws ProblemException 409 while another request has the key, or if the stored answer had a secret; 422 if the key was used for
   *   another request
   * @throws the error of the work; a repetition does the work again
   */
  answer(request: ActorKey, isSecret: boolean, work: () => Promise<Answer>): Promise<GivenAnswer> {
    const { key, fingerprint } = request;
    const owner = ownerOf(request);
    return this.transactions.run(async (manager) => {
      await lock(manager, owner, key);
      const [stored] = await manager.query<StoredAnswer[]>(READ, [owner, key, fingerprint]);
      if (stored) return { ...replayable(stored), isReplayed: true };
      const answer = await work();
      const { status, headers, body } = answer;
      const values = [status, JSON.stringify(headers), isSecret ? null : body, isSecret];
      await manager.query(STORE, [owner, key, fingerprint, ...values]);
      return { ...answer, isReplayed: false };
    });
  }
}

async function lock(manager: EntityManager, owner: string, key: string): Promise<void> {
  const [{ isFree }] = await manager.query<[{ isFree: boolean }]>(LOCK, [`idempotency ${owner} ${key}`]);
  if (!isFree) throw keyInFlight();
}

function replayable({ isSame, isSecret, ...answer }: StoredAnswer): Answer {
  if (!isSame) throw keyReused();
  if (!isSecret) return answer;
  const detail =
    'The first request with this Idempotency-Key succeeded. Its answer had a secret, which is shown once only';
  throw new ProblemException(HttpStatus.CONFLICT, SHOWN_ONCE, detail);
}
