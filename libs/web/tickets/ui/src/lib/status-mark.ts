import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { TicketStatus } from '@docket/domain';
import { StatusText } from './status-text';

/** A status as a coloured dot and its name. */
@Component({
  selector: 'docket-status-mark',
  imports: [StatusText],
  template: `<span class="dot" aria-hidden="true"></span><docket-status-text [status]="status()" />`,
  styleUrl: './status-mark.scss',
  host: { '[class]': 'status()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StatusMark {
  readonly status = input.required<TicketStatus>();
}
