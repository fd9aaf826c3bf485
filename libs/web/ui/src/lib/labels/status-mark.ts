import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { TicketStatus } from '@docket/domain';

/** A status as a dot and a word. */
@Component({
  selector: 'docket-status-mark',
  template: `
    <span class="dot" aria-hidden="true"></span>
    <span>
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
    </span>
  `,
  styleUrl: './status-mark.scss',
  host: { '[class]': 'status()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StatusMark {
  readonly status = input.required<TicketStatus>();
}
