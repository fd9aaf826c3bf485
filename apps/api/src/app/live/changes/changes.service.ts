import { Injectable } from '@nestjs/common';
import { ChangeFeed, type ChangePage, type ChangePosition, Feed } from '../../history';
import { PresentTickets } from '../../tickets';
import { WaitingReaders } from './waiting-readers';

/** Tickets by their ids. */
export type IncludedTickets = Awaited<ReturnType<PresentTickets['read']>>;

/** What a reader asks for. */
export interface ChangesQuery {
  /** Undefined for a reader who wants to know changes from now on. */
  readonly after: ChangePosition | 'start' | undefined;
  readonly limit: number;
  /** Maximum time to wait for changes, in milliseconds. */
  readonly waitMs: number;
  readonly includesTickets: boolean;
  /** Who asks. Each sender may wait with a few requests only. */
  readonly sender: string;
  /** Called before each read. May end the request by an error. */
  readonly beforeRead: () => Promise<void>;
  /** Ends the waiting. */
  readonly signal: AbortSignal;
}

/** Changes, and their tickets if they are included. */
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

  /** @throws ServiceUnavailableException if too many requests wait */
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

  /** The tickets of as many changes as fit. */
  private async withTickets(page: ChangePage): Promise<Changes> {
    const ids = page.changes.map(({ ticketId }) => ticketId);
    const count = await this.present.countFitting(ids);
    const tickets = await this.present.read(ids.slice(0, count));
    if (count === ids.length) return { page, tickets };
    const changes = page.changes.slice(0, count);
    const next = changes.at(-1)?.position ?? page.next;
    // A page that is cut to fit may say `restored` again on the next read. That is better than never.
    return { page: { changes, next, isCaughtUp: false, isRestored: page.isRestored }, tickets };
  }
}

function hasNews({ changes, isRestored }: ChangePage): boolean {
  return changes.length > 0 || isRestored;
}
