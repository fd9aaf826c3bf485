import type { Feed, FeedCursor, FeedEvent } from '../../history';
import type { ChangeBell } from '../../platform/database/bell/change-bell';
import { RepeatedRead } from '../../platform/jobs/repeated-read';

/** Minimum time between two reads, in milliseconds, so that a burst of changes costs one read. */
const READ_INTERVAL_MS = 50;
const READ_LIMIT = 500;

/** Receives new events, and the position up to which the follower has reported every event. */
export type OnEvents = (events: readonly FeedEvent[], position: FeedCursor) => void;

/**
 * Follows the feed while it runs, and reports each event exactly once. Reports unsettled events, too: otherwise one long transaction would
 * delay all later events. The position advances over settled events only.
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

  /** Starts at the current end of the feed. */
  static async start(feed: Feed, bell: ChangeBell, onEvents: OnEvents): Promise<FeedFollower> {
    return new FeedFollower(feed, bell, onEvents, await feed.position());
  }

  /** The position up to which every event has been reported. */
  get position(): FeedCursor {
    return this.current;
  }

  stop(): void {
    this.isStopped = true;
    this.reads.stop();
  }

  /** @returns whether more events can be read at once */
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
