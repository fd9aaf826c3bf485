import { ChangeDetectionStrategy, Component, input, linkedSignal, output } from '@angular/core';
import type { TicketStatus } from '@docket/domain';
import { StatusBadge } from '@docket/web/tickets/ui';
import { Icon, LazyMenu } from '@docket/web/ui';
import { StatusMenu } from './status-menu';

/** The status of a ticket, as a button that opens a menu of all statuses. The menu loads when it is first opened. */
@Component({
  selector: 'docket-status-button',
  imports: [Icon, StatusMenu, StatusBadge],
  templateUrl: './status-button.html',
  styleUrl: './status-button.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StatusButton {
  readonly status = input.required<TicketStatus>();
  /** Part of the button's name for screen readers. */
  readonly ticketId = input.required<number>();
  /** -1 in all rows except the active one, so that only that row is in the tab order. */
  readonly tabIndex = input(0);
  /** Emits the picked status, unless it is the current one. */
  readonly statusChange = output<TicketStatus>();
  /** Closes when the row shows another ticket. */
  protected readonly menu = new LazyMenu(linkedSignal({ source: this.ticketId, computation: () => false }));

  protected emitChange(status: TicketStatus): void {
    if (status !== this.status()) this.statusChange.emit(status);
  }
}
