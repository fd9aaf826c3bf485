import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { TicketStatus } from '@docket/domain';
import { PropertyValuePipe } from './property-value-pipe';

/** SVG paths of the statuses in a 16 px square: ring, half-filled ring, ring with a tick, ring with a dash. Holes use the even-odd rule. */
const RING = 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm0 2a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9Z';
const SHAPES: Record<TicketStatus, string> = {
  open: RING,
  in_progress: `${RING}M8 4.8v6.4a3.2 3.2 0 0 0 0-6.4Z`,
  resolved: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM7.1 11.2 4.3 8.4l1.1-1.1 1.7 1.7 3.5-3.5 1.1 1.1-4.6 4.6Z',
  closed: `${RING}M5.5 7.2h5v1.6h-5Z`,
};

/** A status as a coloured shape and its name. The meaning never depends on the colour alone. */
@Component({
  selector: 'docket-status-badge',
  imports: [PropertyValuePipe],
  template: `
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path fill-rule="evenodd" [attr.d]="shape()" /></svg>
    <span class="text">{{ status() | docketPropertyValue: 'status' }}</span>
  `,
  styleUrl: './status-badge.scss',
  host: { '[class]': 'status()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StatusBadge {
  readonly status = input.required<TicketStatus>();
  protected readonly shape = computed(() => SHAPES[this.status()]);
}
