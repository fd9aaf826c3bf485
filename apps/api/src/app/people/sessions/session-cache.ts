import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';

/** Time for which a session is cached, in milliseconds: a page sends several requests at once. */
const FRESH_MS = 500;
/** Maximum number of sessions, about 1 kB each: more than send requests within {@link FRESH_MS}. */
const MAX_ENTRIES = 2000;

interface CacheEntry<T> {
  readonly value: T;
  /** Milliseconds of `performance.now()`. */
  readonly expiresAt: number;
}

/** The part of a session that the cache reads. */
interface Cached {
  readonly userId: number;
}

/**
 * Caches sessions for half a second from the start of their query. A session that another process ends lasts up to half a second longer
 * here. Missing sessions are not cached: a sign-in counts at once.
 */
@Injectable()
export class SessionCache<T extends Cached> {
  private readonly entries = new LRUCache<string, CacheEntry<T>>({ max: MAX_ENTRIES });
  /** Counts invalidations. The result of a query that ran during one may be outdated and is not cached. */
  private generation = 0;

  /**
   * Returns the session of a token's hash.
   * @param load finds it in the database
   */
  async get(hash: Buffer, load: () => Promise<T | undefined>): Promise<T | undefined> {
    const key = hash.toString('base64');
    const start = performance.now();
    const entry = this.entries.get(key);
    if (entry && start < entry.expiresAt) return entry.value;
    const { generation } = this;
    const value = await load();
    if (value && generation === this.generation) this.entries.set(key, { value, expiresAt: start + FRESH_MS });
    else this.entries.delete(key);
    return value;
  }

  /** Forgets the session of a token's hash. Call it after the change is committed. */
  forget(hash: Buffer): void {
    this.generation++;
    this.entries.delete(hash.toString('base64'));
  }

  /** Forgets all sessions of a person. Call it after the change is committed. */
  forgetPerson(userId: number): void {
    this.generation++;
    for (const [key, { value }] of this.entries.entries()) if (value.userId === userId) this.entries.delete(key);
  }

  /** Forgets all sessions. */
  clear(): void {
    this.generation++;
    this.entries.clear();
  }
}
