import { Injectable } from '@nestjs/common';
import { ChangeFeed, type ChangePage, type ChangePosition, Feed } from '../../history';
import { PresentTickets } from '../../tickets';
import { WaitingReaders } from './waiting-readers';

/** Tickets by their ids. */
export type IncludedTickets = Awaited<ReturnType<PresentTickets['read']>>;

/** A request for changes. */
export interface ChangesQuery {
  /** The last position; undefined asks for the current position only. */
  readonly after: ChangePosition | 'start' | undefined;
  readonly limit: number;
  /** Maximum time to wait for changes, in milliseconds. */
  readonly waitMs: number;
  readonly includesTickets: boolean;
  /** Identifies the client. The number of waiting requests per sender is limited. */
  readonly sender: string;
  /** Called before each read. A rejection ends the request. */
  readonly beforeRead: () => Promise<void>;
  /** Ends the wait. */
  readonly signal: AbortSignal;
}

/** Changes, with their tickets if the request includes them. */
export interface Changes {
  readonly page: ChangePage;
  readonly tickets?: IncludedTickets;
}

/** Reads changes for programs. */
@Injectable()
export class ChangesService {
  constructor(
    private readonly changeFeed: ChangeFeed,
    private readonly feed: Feed,
    private readonly present: PresentTickets,
    private readonly readers: WaitingReaders,
  ) {}

  /** @throws ServiceUnavailableException if too many requests are waiting */
  async read(query: ChangesQuery): Promise<Changes> {
    const { after, limit, waitMs, signal, sender } = query;
    if (after === undefined) {
      return { page: { changes: [], next: await this.feed.position(), isCaughtUp: true, isRestored: false } };
    }
    const read = async () => {
      await query.beforeRead();
      return this.changeFeed.page(after, limit);
    };
    const page = await this.readers.readUntil(hasNews, read, waitMs, signal, sender);
    return query.includesTickets ? this.withTickets(page) : { page };
  }

  /** Adds the tickets, and cuts the page to the changes whose tickets fit. */
  private async withTickets(page: ChangePage): Promise<Changes> {
    const ids = page.changes.map(({ ticketId }) => ticketId);
    const count = await this.present.countFitting(ids);
    const tickets = await this.present.read(ids.slice(0, count));
    if (count === ids.length) return { page, tickets };
    const changes = page.changes.slice(0, count);
    const next = changes.at(-1)?.position ?? page.next;
    // The next read may report `restored` again for the rest of a page that was cut. Reporting it twice is better than never.
    return { page: { changes, next, isCaughtUp: false, isRestored: page.isRestored }, tickets };
  }
}

function hasNews({ changes, isRestored }: ChangePage): boolean {
  return changes.length > 0 || isRestored;
}
