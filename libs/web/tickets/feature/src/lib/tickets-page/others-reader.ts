import { DestroyRef, type Signal, type WritableSignal, inject, untracked } from '@angular/core';
import { PAGE_SIZE_DEFAULT, type TicketSort } from '@docket/domain';
import { toProblem } from '@docket/web/http';
import { Session } from '@docket/web/people/data';
import {
  ChangedTicketsApi,
  type ChangesElsewhere,
  FETCHED_TICKETS_MAX,
  type LoadedPage,
  type Ticket,
  TicketChanges,
  type TicketFilter,
  type TicketList,
} from '@docket/web/tickets/data';
import { firstValueFrom } from 'rxjs';
import { type Announcement, isSameLoad } from './announcement';
import { enteringTickets } from './entering-tickets';

/** Minimum time between two requests, in ms. */
const PAUSE_MS = 1_000;

/** Minimum time after a failure, and between two reads of the page, in ms: a search takes the API longer than tickets by id. */
const LONG_PAUSE_MS = 5_000;

/** The displayed list. */
export interface ShownList {
  readonly list: TicketList;
  readonly filter: Signal<TicketFilter>;
  readonly sort: Signal<TicketSort | undefined>;
  readonly limit: Signal<number | undefined>;
  readonly isFirstPage: Signal<boolean>;
}

/**
 * Reads changes of others: tickets by id or, if the ids of new tickets are unknown or too many, the page. Sends at most one request per
 * {@link PAUSE_MS}. Create in an injection context.
 */
export class OthersReader {
  private readonly api = inject(ChangedTicketsApi);
  private readonly changes = inject(TicketChanges);
  private readonly session = inject(Session);
  /** Ids of changed tickets that are not read yet, at most {@link FETCHED_TICKETS_MAX}. */
  private pending = new Set<number>();
  /** Whether the page may have new tickets with unknown ids. */
  private mustReadPage = false;
  private nextPageReading = 0;
  private isReading = false;
  private isDestroyed = false;

  constructor(
    private readonly state: ShownList,
    private readonly latest: WritableSignal<Announcement | undefined>,
  ) {
    inject(DestroyRef).onDestroy(() => (this.isDestroyed = true));
  }

  apply({ ids, hasNew }: ChangesElsewhere): void {
    this.keep(ids === 'all' ? this.listedIds() : ids);
    if (hasNew) this.mustReadPage = true;
    void this.read();
  }

  /** Reads the pending tickets, with pauses. Changes that arrive in the meantime wait for the next request. */
  private async read(): Promise<void> {
    if (this.isReading) return;
    this.isReading = true;
    while (!this.isDestroyed && (this.pending.size || this.mustReadPage)) {
      const hasFailed = await this.readNext();
      await new Promise((resolve) => setTimeout(resolve, hasFailed ? LONG_PAUSE_MS : PAUSE_MS));
    }
    this.isReading = false;
  }

  /**
   * Sends the next request. Waits while the page loads, because that response may be older than the changes. Returns whether a request
   * failed.
   */
  private async readNext(): Promise<boolean> {
    const page = this.currentPage();
    if (!page) return false;
    const { isFirstPage } = this.state;
    if (!untracked(isFirstPage) || this.announced(page)?.hasMore) {
      this.forgetUnlisted();
      this.mustReadPage = false;
    }
    const ids = this.pending;
    const mustReadPage = this.mustReadPage && Date.now() >= this.nextPageReading;
    if (!ids.size && !mustReadPage) return false;
    this.pending = new Set();
    if (mustReadPage) this.mustReadPage = false;
    try {
      if (mustReadPage) await this.readPage(page, ids);
      else await this.readTickets(page, [...ids]);
      return false;
    } catch (error) {
      if (mayPass(toProblem(error).status)) {
        this.keep(ids);
        this.mustReadPage ||= mustReadPage;
      }
      return true;
    }
  }

  /** Reads tickets by id. A listed ticket that no longer exists stays, marked, until the next load of the list. */
  private async readTickets(page: LoadedPage, ids: readonly number[]): Promise<void> {
    const listed = new Set(this.listedIds());
    const isListed = (id: number) => listed.has(id);
    const { tickets, rest } = await firstValueFrom(this.api.fetchTickets(ids));
    if (!this.isCurrent(page)) return this.keep(ids);
    this.keep(rest);
    for (const ticket of tickets) this.replace(ticket);
    const existing = new Set([...rest, ...tickets.map(({ id }) => id)]);
    const deleted = ids.filter((id) => isListed(id) && !existing.has(id));
    if (deleted.length) this.state.list.markDeleted(deleted);

    if (ids.every(isListed)) return;
    const others = tickets.filter(({ id }) => !isListed(id));
    const { filter, sort } = this.state;
    const list = untracked(() => ({ page, filter: filter(), sort: sort(), userId: this.session.user()?.id }));
    const entering = enteringTickets(others, list);
    const read = ids.filter((id) => !rest.includes(id));
    if (entering) this.announceAfter(page, read, entering);
    else this.mustReadPage = true;
  }

  /** Reads the current page, together with these changed tickets. */
  private async readPage(page: LoadedPage, ids: ReadonlySet<number>): Promise<void> {
    this.nextPageReading = Date.now() + LONG_PAUSE_MS;
    const { filter, limit, sort } = this.state;
    const request = untracked(() => this.api.fetchFirstPage(filter(), limit(), sort()));
    const { tickets, nextCursor } = await firstValueFrom(request);
    if (!this.isCurrent(page)) {
      this.keep(ids);
      this.mustReadPage = true;
      return;
    }
    const listed = new Set(this.listedIds());
    for (const ticket of tickets) this.replace(ticket);
    const read = new Set(tickets.map(({ id }) => id));
    this.keep([...ids].filter((id) => listed.has(id) && !read.has(id)));
    const entering = [...read].filter((id) => !listed.has(id));
    const isFull = entering.length > 0 && entering.length === read.size && nextCursor !== undefined;
    this.latest.set({ page, ids: new Set(entering), hasMore: isFull });
  }

  /** Announces the tickets that enter the page, and withdraws those of the given ids that do not. */
  private announceAfter(page: LoadedPage, ids: readonly number[], entering: readonly Ticket[]): void {
    const announced = new Set(this.announced(page)?.ids);
    for (const id of ids) announced.delete(id);
    for (const { id } of entering) announced.add(id);
    const size = untracked(this.state.limit) ?? PAGE_SIZE_DEFAULT;
    this.latest.set({ page, ids: new Set([...announced].slice(0, size)), hasMore: announced.size >= size });
  }

  private announced(page: LoadedPage): Announcement | undefined {
    const latest = untracked(this.latest);
    return latest && isSameLoad(latest.page, page) ? latest : undefined;
  }

  private replace(ticket: Ticket): void {
    const { list } = this.state;
    const shown = untracked(list.page)?.tickets.find(({ id }) => id === ticket.id);
    if (!shown || ticket.updated_at <= shown.updated_at) return;
    list.replace(ticket);
    this.changes.highlightChanged(ticket.id);
  }

  /** Adds ids to the pending ones. Beyond the maximum, keeps only listed tickets and reads the page for the others. */
  private keep(ids: Iterable<number>): void {
    for (const id of ids) this.pending.add(id);
    if (this.pending.size <= FETCHED_TICKETS_MAX) return;
    this.forgetUnlisted();
    this.mustReadPage = true;
  }

  private forgetUnlisted(): void {
    this.pending = new Set(this.listedIds().filter((id) => this.pending.has(id)));
  }

  private listedIds(): readonly number[] {
    return untracked(this.state.list.page)?.tickets.map(({ id }) => id) ?? [];
  }

  /** Undefined while the page or another one loads. */
  private currentPage(): LoadedPage | undefined {
    const { list } = this.state;
    return untracked(() => (list.isCurrent() && !list.isLoading() ? list.page() : undefined));
  }

  private isCurrent(page: LoadedPage): boolean {
    const current = this.currentPage();
    return current !== undefined && isSameLoad(current, page);
  }
}

/** Whether a request that failed with this status may succeed later. */
function mayPass(status: number): boolean {
  return status === 0 || status === 429 || status >= 500;
}
