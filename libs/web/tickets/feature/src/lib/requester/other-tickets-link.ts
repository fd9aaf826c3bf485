import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RequesterTickets } from '@docket/web/tickets/data';
import { requesterQuery } from './requester-query';

/** "2 other tickets": leads to all tickets of the requester. */
@Component({
  selector: 'docket-other-tickets-link',
  imports: [RouterLink],
  template: `
    ·
    <a routerLink="/tickets" [queryParams]="query()"
      >{{ tickets().count() }}{{ tickets().isMore() ? '+' : '' }} other
      {{ tickets().count() === 1 ? 'ticket' : 'tickets' }}</a
    >
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OtherTicketsLink {
  readonly email = input.required<string>();
  readonly tickets = input.required<RequesterTickets>();
  protected readonly query = computed(() => requesterQuery(this.email()));
}
