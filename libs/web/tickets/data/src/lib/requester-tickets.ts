import { httpResource } from '@angular/common/http';
import { type Signal, computed } from '@angular/core';
import { afterPaint, lastValue } from '@docket/web/http';
import type { Ticket } from './ticket';
import { toTicketPage } from './ticket-page';

/** Maximum number of other tickets that are listed. */
const LISTED_MAX = 3;

/** The other tickets of the requester of a ticket. */
export class RequesterTickets {
  /** Computed, so that a new version of the ticket does not load the same tickets again. */
  private readonly email = computed(() => this.ticket()?.requester?.email);
  private readonly resource = httpResource<Ticket[]>(() => {
    const email = this.email();
    if (!email || email.includes(',')) return undefined; // the parameter separates addresses by commas
    // One more than listed, because the ticket itself may be among them.
    return { url: '/api/tickets', params: { requester: email, limit: LISTED_MAX + 1 }, context: afterPaint() };
  });
  private readonly loaded = lastValue(() =>
    this.resource.status() === 'resolved' && this.resource.hasValue()
      ? toTicketPage(this.resource.value(), this.resource.headers())
      : undefined,
  );
  /** The loaded page, unless it belongs to the requester of an earlier ticket. */
  private readonly page = computed(() => {
    const requesterId = this.ticket()?.requester?.id;
    const page = this.loaded();
    const isCurrent =
      requesterId !== undefined && page?.tickets.every(({ requester }) => requester?.id === requesterId);
    return isCurrent ? page : undefined;
  });

  /** The newest other tickets. */
  readonly listed: Signal<readonly Ticket[]> = computed(() =>
    (this.page()?.tickets ?? []).filter(({ id }) => id !== this.ticket()?.id).slice(0, LISTED_MAX),
  );
  /** Number of other tickets; a lower bound if `isMore`. 0 until they have loaded, and if that fails. */
  readonly count: Signal<number> = computed(() => Math.max(0, (this.page()?.total ?? 0) - 1));
  /** Whether there are more than `count`. */
  readonly isMore: Signal<boolean> = computed(() => this.page()?.isExact === false);

  /** Create in an injection context. */
  constructor(private readonly ticket: Signal<Pick<Ticket, 'id' | 'requester'> | undefined>) {}
}
