import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { TicketStatus } from '@docket/domain';
import { PropertyValuePipe } from './property-value-pipe';

/** A status as a coloured dot and its name. */
@Component({
  selector: 'docket-status-badge',
  imports: [PropertyValuePipe],
  template: `
    <span class="dot" aria-hidden="true"></span>
    {{ status() | docketPropertyValue: 'status' }}
  `,
  styleUrl: './status-badge.scss',
  host: { '[class]': 'status()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StatusBadge {
  readonly status = input.required<TicketStatus>();
}
