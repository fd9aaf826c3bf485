import type { HttpResourceRef } from '@angular/common/http';
import { type Signal, computed, effect, inject, linkedSignal, untracked } from '@angular/core';
import { type Failure, type Problem, lastFailure, reloadAfterChange, toProblem } from '@docket/web/http';
import { KeptPages } from '@docket/web/people/data/kept-pages';
import type { Ticket } from './ticket';
import { type TicketPage, toTicketPage } from './ticket-page';

/** A loaded page, with its query and the time of loading. */
export interface LoadedPage extends TicketPage {
  readonly query: string;
  /** Ms since 1970. */
  readonly loadedAt: number;
  /** Ids of its tickets that were deleted since. */
  readonly deletedIds?: ReadonlySet<number>;
}

/**
 * The list of tickets. Keeps the last page until the next one has loaded, also when loading fails. On the way back to a list that cannot be
 * loaded, shows it as it was last seen.
 */
export class TicketList {
  private readonly latest: Signal<LoadedPage | undefined>;
  private readonly displayed;
  /** Undefined until the first page has loaded. */
  readonly page: Signal<LoadedPage | undefined>;
  /** Whether the page belongs to the current query. Otherwise it is the page of an earlier query. */
  readonly isCurrent: Signal<boolean>;
  readonly isLoading: Signal<boolean>;
  /** The failure of the last request, until the next one starts. */
  readonly problem: Signal<Problem | undefined>;
  /** The failure of the last requests, until one succeeds. */
  readonly failure: Signal<Failure | undefined>;
  /** Call after tickets were added: loads the page again, after a pending request. */
  readonly reloadAfterChange: () => void;

  /**
   * Create in an injection context.
   *
   * @param query identifies the filter and the page that the resource requests
   */
  constructor(
    private readonly resource: HttpResourceRef<Ticket[] | undefined>,
    query: Signal<string>,
  ) {
    this.latest = computed(() =>
      resource.status() === 'resolved' && resource.hasValue() // while it reloads, it has a value without headers
        ? { ...toTicketPage(resource.value(), resource.headers()), query: untracked(query), loadedAt: Date.now() }
        : undefined,
    );
    this.displayed = linkedSignal<LoadedPage | undefined, LoadedPage | undefined>({
      source: this.latest,
      computation: (latest, previous) => withNewerTickets(latest, previous?.value) ?? previous?.value,
    });
    this.isLoading = resource.isLoading;
    this.problem = computed(() => (resource.error() ? toProblem(resource.error()) : undefined));
    this.failure = lastFailure(this.problem, this.isLoading);
    const kept = inject(KeptPages);
    effect(() => {
      if (this.latest()) kept.keep('list', this.latest());
    });
    const lastSeen = computed(() => {
      const page = this.failure() && kept.recall<LoadedPage>('list');
      return page?.query === query() ? page : undefined;
    });
    this.page = computed(() => this.displayed() ?? lastSeen());
    this.isCurrent = computed(() => this.page()?.query === query());
    this.reloadAfterChange = reloadAfterChange(resource);
  }

  /** Does nothing while a request is pending. */
  reload(): void {
    this.resource.reload();
  }

  /** Marks tickets that were deleted. Their rows stay until the next load, so that the others do not move. */
  markDeleted(ids: readonly number[]): void {
    this.displayed.update((page) => page && { ...page, deletedIds: new Set([...(page.deletedIds ?? []), ...ids]) });
  }

  /** Updates the ticket's row, if listed. Its position and the total stay until the next load. */
  replace(ticket: Ticket): void {
    this.displayed.update((page) => withNewerTickets(page, { tickets: [ticket] }));
  }
}

/** Keeps the newer version of each ticket: a ticket may have changed after the server read the page. */
function withNewerTickets<P extends TicketPage>(
  page: P | undefined,
  known: Pick<TicketPage, 'tickets'> | undefined,
): P | undefined {
  if (!page || !known) return page;
  const knownById = new Map(known.tickets.map((ticket) => [ticket.id, ticket]));
  const newer = (ticket: Ticket): Ticket => {
    const other = knownById.get(ticket.id);
    return other && other.updated_at >= ticket.updated_at ? other : ticket;
  };
  return { ...page, tickets: page.tickets.map(newer) };
}
