import { ChangeDetectionStrategy, Component, input, linkedSignal, output, signal } from '@angular/core';
import type { TicketStatus } from '@docket/domain';
import { StatusMark } from '@docket/web/tickets/ui';
import { Icon, type OpenedBy, openedBy } from '@docket/web/ui';
import { StatusChoice } from './status-choice';

/** The status of a ticket, as a small button that opens the four statuses. Their menu is loaded when it is first opened. */
@Component({
  selector: 'docket-status-menu',
  imports: [Icon, StatusChoice, StatusMark],
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
  /** Closed when the row becomes another ticket's. */
  protected readonly openedBy = linkedSignal<number, OpenedBy>({
    source: this.ticketId,
    computation: () => undefined,
  });
  protected readonly isNeeded = signal(false);

  protected open(click: MouseEvent): void {
    this.isNeeded.set(true);
    this.openedBy.set(openedBy(click));
  }

  protected follow(origin: OpenedBy, button: { focus(): void }): void {
    this.openedBy.set(origin);
    if (!origin) button.focus();
  }

  protected pick(status: TicketStatus): void {
    if (status !== this.status()) this.statusChange.emit(status);
  }
}
