import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { TicketStatus } from '@docket/domain';

/** The name of a status. */
@Component({
  selector: 'docket-status-text',
  template: `
    @switch (status()) {
      @case ('open') {
        Open
      }
      @case ('in_progress') {
        In progress
      }
      @case ('resolved') {
        Resolved
      }
      @case ('closed') {
        Closed
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StatusText {
  readonly status = input.required<TicketStatus>();
}
