import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RequesterTickets, Ticket } from '@docket/web/tickets/data';
import { StatusBadge } from '@docket/web/tickets/ui';
import { AgeText } from '@docket/web/ui';
import { Avatar } from '@docket/web/ui/avatar';
import { requesterQuery } from './requester-query';

/** The requester and their other tickets. For wide screens. */
@Component({
  selector: 'docket-requester-card',
  imports: [AgeText, Avatar, RouterLink, StatusBadge],
  templateUrl: './requester-card.html',
  styleUrl: './requester-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RequesterCard {
  readonly requester = input.required<NonNullable<Ticket['requester']>>();
  readonly tickets = input.required<RequesterTickets>();
  /** Ms since 1970. */
  readonly now = input.required<number>();
  /** The open ticket, which the links replace. */
  readonly ticketId = input.required<number>();
  protected readonly name = computed(() => this.requester().name ?? this.requester().email);
  protected readonly query = computed(() => requesterQuery(this.requester().email));
}
