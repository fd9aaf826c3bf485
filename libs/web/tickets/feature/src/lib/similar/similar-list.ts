import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SimilarTicket } from '@docket/web/tickets/data';
import { StatusBadge } from '@docket/web/tickets/ui';
import { AgeText } from '@docket/web/ui';
import { FOCUS_TICKET } from '../focus-ticket';

/** Similar tickets, each with a link. */
@Component({
  selector: 'docket-similar-list',
  imports: [AgeText, RouterLink, StatusBadge],
  templateUrl: './similar-list.html',
  styleUrl: './similar-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SimilarList {
  readonly tickets = input.required<readonly SimilarTicket[]>();
  /** Ms since 1970. */
  readonly now = input.required<number>();
  /** The open ticket that the links replace. Without it, they open in a new tab. */
  readonly from = input<number>();
  /** Id of the ticket whose link was followed. */
  readonly followed = output<number>();
  protected readonly focusTicket = FOCUS_TICKET;
}
