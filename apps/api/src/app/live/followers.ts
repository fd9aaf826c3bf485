import { Injectable } from '@nestjs/common';
import { Feed } from '../history';
import { ChangeBell } from '../platform/database/bell/change-bell';
import { FeedFollower, type OnEvents } from './feed/feed-follower';
import { PresenceFollower, type TicketPresence } from './presence/presence-follower';
import { PresentPeople } from './presence/present-people';

/** The followers that run while there are streams. */
interface Running {
  readonly feed: FeedFollower;
  readonly presence: PresenceFollower;
}

/** Follows the changes and the presence of all tickets, once for all streams of a process, and only while a stream is open. */
@Injectable()
export class Followers {
  onEvents: OnEvents = () => undefined;
  onPresence: (tickets: readonly TicketPresence[]) => void = () => undefined;
  private running?: Promise<Running>;

  constructor(
    private readonly feed: Feed,
    private readonly present: PresentPeople,
    private readonly bell: ChangeBell,
  ) {}

  /** Starts the followers unless they are already running. */
  start(): Promise<Running> {
    if (!this.running) {
      const running = this.startAll();
      this.running = running;
      running.catch(() => this.running === running && (this.running = undefined));
    }
    return this.running;
  }

  stop(): void {
    this.running?.then(stopAll).catch(() => undefined);
    this.running = undefined;
  }

  private async startAll(): Promise<Running> {
    const feed = await FeedFollower.start(this.feed, this.bell, (events, position) => this.onEvents(events, position));
    try {
      const presence = await PresenceFollower.start(this.present, this.bell, (tickets) => this.onPresence(tickets));
      return { feed, presence };
    } catch (error) {
      feed.stop();
      throw error;
    }
  }
}

function stopAll({ feed, presence }: Running): void {
  feed.stop();
  presence.stop();
}
