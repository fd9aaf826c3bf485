import { ChangeDetectionStrategy, Component, input, model, output } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { TICKET_STATUSES, type TicketStatus } from '@docket/domain';
import { StatusBadge } from '@docket/web/tickets/ui';
import { Icon, MenuAnchor } from '@docket/web/ui';

/** The status menu. It opens over the button next to it. */
@Component({
  selector: 'docket-status-menu',
  imports: [Icon, MatMenu, MatMenuItem, MatMenuTrigger, MenuAnchor, StatusBadge],
  templateUrl: './status-menu.html',
  styles: `
    .item {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 16px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StatusMenu {
  readonly status = input.required<TicketStatus>();
  readonly isOpen = model(false);
  readonly statusChange = output<TicketStatus>();
  protected readonly statuses = TICKET_STATUSES;
}
