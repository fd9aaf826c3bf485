import type { Feed, FeedCursor, FeedEvent } from '../../history';
import type { ChangeBell } from '../../platform/database/bell/change-bell';
import { RepeatedRead } from '../../platform/jobs/repeated-read';

/** Minimum time between two reads, in milliseconds, so that a burst of changes costs one read. */
const READ_INTERVAL_MS = 50;
const READ_LIMIT = 500;
/** Maximum number of unsettled events that one read reports, about 2 MB. Later ones wait until the transaction that holds them back ends. */
const UNSETTLED_MAX = 10_000;

/** Receives new events, and the position up to which the follower has reported every event. */
export type OnEvents = (events: readonly FeedEvent[], position: FeedCursor) => void;

/**
 * Follows the feed while it runs, and reports each event exactly once. Reports unsettled events, too: otherwise one long transaction would
 * delay all later events. The position advances over settled events only.
 */
export class FeedFollower {
  /** The reported events beyond the current position. */
  private readonly told = new Set<string>();
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
    const first = await this.feed.read(this.current, READ_LIMIT);
    const events = [...first, ...(await this.unsettledAfter(first))];
    if (this.isStopped) return false;
    const untold = events.filter(({ id }) => !this.told.has(id));
    // Of the first read only: between two reads, a transaction may have added events to the part that the first one has read.
    const settled = first.filter((event) => event.is_settled);
    this.current = settled.at(-1) ?? this.current;
    for (const { id } of untold) this.told.add(id);
    for (const { id } of settled) this.told.delete(id);
    if (untold.length) this.onEvents(untold, this.current);
    return settled.length === READ_LIMIT;
  }

  /** The unsettled events that did not fit in the first read. */
  private async unsettledAfter(first: readonly FeedEvent[]): Promise<FeedEvent[]> {
    const events: FeedEvent[] = [];
    let page = first;
    for (let last = page.at(-1); last && page.length === READ_LIMIT && !this.isStopped; last = page.at(-1)) {
      if (last.is_settled || first.length + events.length >= UNSETTLED_MAX) break;
      page = await this.feed.read(last, READ_LIMIT);
      events.push(...page);
    }
    return events;
  }
}
