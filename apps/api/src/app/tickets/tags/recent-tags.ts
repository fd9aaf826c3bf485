import { Injectable } from '@nestjs/common';
import { isDatabaseUnavailable } from '../../platform/database/database-unavailable';
import { ReplicaReads } from '../../platform/database/replica/replica-reads';
import { Transactions } from '../../platform/database/transactions';

/** A tag, with the number of recent tickets that have it. */
export interface TagCount {
  readonly name: string;
  readonly count: number;
}

/** Number of newest tickets whose tags are counted. */
export const COUNTED_TICKETS = 10_000;
/** Maximum number of tags kept in memory, the most frequent ones. */
const KEPT_TAGS = 5_000;
/** Lifetime of the counts, in milliseconds. */
const FRESH_MS = 60_000;
/** Time until the next count after a failure of the database, in milliseconds: each keystroke is a request. */
const FAILURE_PAUSE_MS = 5_000;
/**
 * Statement timeout, in milliseconds. A longer statement ends with 503, because completion is optional. The embedded database has no
 * timeout.
 */
const STATEMENT_TIMEOUT_MS = 1_000;

const COUNT = `
  SELECT tag AS name, count(*)::int AS count
  FROM (SELECT tags FROM tickets ORDER BY created_at DESC, id DESC LIMIT ${COUNTED_TICKETS}) AS newest, unnest(tags) AS tag
  GROUP BY tag ORDER BY count(*) DESC, tag COLLATE "C" LIMIT ${KEPT_TAGS}`;

interface Counted {
  readonly at: number;
  readonly tags: Promise<readonly TagCount[]>;
}

/** The tags of the newest tickets. One statement a minute serves all prefixes and all users. */
@Injectable()
export class RecentTags {
  private counted?: Counted;
  private failure?: { readonly at: number; readonly error: unknown };

  constructor(
    private readonly transactions: Transactions,
    private readonly replica: ReplicaReads,
  ) {}

  /**
   * Up to `limit` tags with a prefix, most frequent first.
   * @throws the error of the database; also for some seconds after it, without another count
   */
  async withPrefix(prefix: string, limit: number): Promise<readonly TagCount[]> {
    const tags = await this.counts();
    return tags.filter(({ name }) => name.startsWith(prefix)).slice(0, limit);
  }

  private async counts(): Promise<readonly TagCount[]> {
    const now = performance.now();
    const { counted, failure } = this;
    if (failure && now - failure.at < FAILURE_PAUSE_MS) throw failure.error;
    if (!counted || now - counted.at >= FRESH_MS) return this.count(now);
    // The request that started the count may have timed out. Then one of the waiting requests counts again.
    return counted.tags.catch(() => this.counted?.tags ?? this.counts());
  }

  private count(at: number): Promise<readonly TagCount[]> {
    const tags = this.replica.read(() =>
      this.transactions.run(async (manager) => {
        await manager.query(`SET LOCAL statement_timeout = ${STATEMENT_TIMEOUT_MS}`);
        return manager.query<TagCount[]>(COUNT);
      }),
    );
    const counted = { at, tags };
    this.counted = counted;
    tags.catch((error: unknown) => {
      if (this.counted === counted) delete this.counted;
      if (isDatabaseUnavailable(error)) this.failure = { at: performance.now(), error };
    });
    return tags;
  }
}
