import { QUOTA_SECONDS } from './quota-policy';

const WINDOW_MS = QUOTA_SECONDS * 1000;

/** The requests of one sender in the current minute. */
interface Count {
  /** Requests of all processes at the last exchange. */
  known: number;
  /** Requests of this process since the last exchange. */
  unsent: number;
}

/** The rest of a quota. */
export interface QuotaState {
  /** Whether the request may be served. A refused request does not count. */
  readonly isAllowed: boolean;
  /** Requests that are left in this minute. */
  readonly remaining: number;
  /** Seconds until the next minute. */
  readonly reset: number;
}

/** Requests to add to the counts of all processes. */
export interface UnsentCount {
  readonly key: string;
  readonly requests: number;
}

/** Counts requests by key and clock minute. All processes use the same minutes. */
export class QuotaCounts {
  private readonly counts = new Map<string, Count>();
  private minute = 0;

  /**
   * Counts a request, unless its key has used up the limit.
   * @param now milliseconds since 1970
   */
  take(key: string, limit: number, now = Date.now()): QuotaState {
    const minute = this.startMinute(now);
    let count = this.counts.get(key);
    if (!count) this.counts.set(key, (count = { known: 0, unsent: 0 }));
    const isAllowed = count.known + count.unsent < limit;
    if (isAllowed) count.unsent++;
    return {
      isAllowed,
      remaining: Math.max(0, limit - count.known - count.unsent),
      reset: Math.ceil(((minute + 1) * WINDOW_MS - now) / 1000),
    };
  }

  /** The current minute, and its requests that the other processes do not know. */
  unsent(now = Date.now()): { readonly minute: number; readonly counts: readonly UnsentCount[] } {
    const minute = this.startMinute(now);
    const counts = [...this.counts].flatMap(([key, { unsent }]) => (unsent ? { key, requests: unsent } : []));
    return { minute, counts };
  }

  /** Records the result of an exchange. @param total the requests of all processes in the minute */
  settle(minute: number, { key, requests }: UnsentCount, total: number): void {
    const count = minute === this.minute ? this.counts.get(key) : undefined;
    if (!count) return;
    count.known = total;
    count.unsent -= requests;
  }

  /** Clears the counts when a new minute has begun, so there are at most as many as senders in a minute. */
  private startMinute(now: number): number {
    const minute = Math.floor(now / WINDOW_MS);
    if (minute !== this.minute) this.counts.clear();
    return (this.minute = minute);
  }
}
