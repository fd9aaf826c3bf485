import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { TICKET_STATUSES, type TicketStatus } from '@docket/domain';
import { Icon, StatusMark } from '@docket/web/ui';

/** The status of a ticket, as a small button that opens the four statuses. */
@Component({
  selector: 'docket-status-menu',
  imports: [Icon, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger, StatusMark],
  templateUrl: './status-menu.html',
  styleUrl: './status-menu.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StatusMenu {
  readonly status = input.required<TicketStatus>();
  /** Names the ticket to a screen reader. */
  readonly ticketId = input.required<number>();
  /** -1 takes it out of the tab order: of all rows, only the active one is in it. */
  readonly tabIndex = input(0);
  /** The status that was picked; not emitted for the one that it already is. */
  readonly statusChange = output<TicketStatus>();
  protected readonly statuses = TICKET_STATUSES;

  protected pick(status: TicketStatus): void {
    if (status !== this.status()) this.statusChange.emit(status);
  }
}
