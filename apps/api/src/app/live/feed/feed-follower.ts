import type { Feed, FeedCursor, FeedEvent } from '../../history';
import type { ChangeBell } from '../../platform/database/bell/change-bell';
import { RepeatedRead } from '../../platform/jobs/repeated-read';

/** Minimum time between two reads, in milliseconds: many changes at once cost one read. */
const READ_INTERVAL_MS = 50;
const READ_LIMIT = 500;

/** What a follower tells: new events, and the position up to which all of them have been told. */
export type OnEvents = (events: readonly FeedEvent[], position: FeedCursor) => void;

/**
 * Follows the feed while it runs. Tells each event once, at once: also one that is not settled, because a long transaction of
 * somebody else would hold all later events back. The position grows with settled events only.
 */
export class FeedFollower {
  private told = new Set<string>();
  private isStopped = false;
  private readonly reads: RepeatedRead;

  private constructor(
    private readonly feed: Feed,
    bell: ChangeBell,
    private readonly onEvents: OnEvents,
    private current: FeedCursor,
  ) {
    this.reads = new RepeatedRead(bell, {
      name: 'live',
      intervalMs: READ_INTERVAL_MS,
      read: async () => ((await this.read()) ? 0 : bell.pollMs),
    });
  }

  /** Starts at the end of the feed. */
  static async start(feed: Feed, bell: ChangeBell, onEvents: OnEvents): Promise<FeedFollower> {
    return new FeedFollower(feed, bell, onEvents, await feed.position());
  }

  /** The position up to which all events have been told. */
  get position(): FeedCursor {
    return this.current;
  }

  stop(): void {
    this.isStopped = true;
    this.reads.stop();
  }

  /** @returns whether the next read finds more */
  private async read(): Promise<boolean> {
    const events = await this.feed.read(this.current, READ_LIMIT);
    if (this.isStopped) return false;
    const untold = events.filter(({ id }) => !this.told.has(id));
    const lastSettled = events.findLast((event) => event.is_settled);
    if (lastSettled) this.current = lastSettled;
    this.told = new Set(events.filter((event) => !event.is_settled).map(({ id }) => id));
    if (untold.length) this.onEvents(untold, this.current);
    return events.length === READ_LIMIT && lastSettled !== undefined;
  }
}
