import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { TicketStatus } from '@docket/domain';
import { PropertyValuePipe } from './property-value-pipe';

/** A status as a coloured dot and its name. */
@Component({
  selector: 'docket-status-mark',
  imports: [PropertyValuePipe],
  template: `
    <span class="dot" aria-hidden="true"></span>
    {{ status() | docketPropertyValue: 'status' }}
  `,
  styleUrl: './status-mark.scss',
  host: { '[class]': 'status()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StatusMark {
  readonly status = input.required<TicketStatus>();
}
