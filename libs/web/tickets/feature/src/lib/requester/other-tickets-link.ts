import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import type { RequesterTickets } from '@docket/web/tickets/data';
import { requesterQuery } from './requester-query';

/** A link such as "2 other tickets" to all tickets of the requester. */
@Component({
  selector: 'docket-other-tickets-link',
  imports: [RouterLink],
  template: `
    ·
    <a routerLink="/tickets" [queryParams]="query()" [state]="{ from: ticketId() }"
      >{{ tickets().count() }}{{ tickets().isMore() ? '+' : '' }} other
      {{ tickets().count() === 1 ? 'ticket' : 'tickets' }}</a
    >
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OtherTicketsLink {
  /** The open ticket, to which Escape leads back. */
  readonly ticketId = input.required<number>();
  readonly email = input.required<string>();
  readonly tickets = input.required<RequesterTickets>();
  private readonly params = toSignal(inject(ActivatedRoute).queryParams, { requireSync: true });
  /** Query parameters of the link. Keeps the order of the open list. */
  protected readonly query = computed(() => ({
    ...requesterQuery(this.email()),
    sort: this.params()['sort'] as unknown,
  }));
}
