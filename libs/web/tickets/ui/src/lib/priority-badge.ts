import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { TicketPriority } from '@docket/domain';
import { Icon, type IconName } from '@docket/web/ui';
import { PropertyValuePipe } from './property-value-pipe';

const ICONS: Record<TicketPriority, IconName> = {
  low: 'keyboard_arrow_down',
  medium: 'equal',
  high: 'keyboard_double_arrow_up',
  critical: 'warning',
};

/** A priority as an icon and its name. The meaning never depends on the colour alone. Critical has a filled background. */
@Component({
  selector: 'docket-priority-badge',
  imports: [Icon, PropertyValuePipe],
  template: `
    <docket-icon [name]="icon()" [size]="16" />
    {{ priority() | docketPropertyValue: 'priority' }}
  `,
  styleUrl: './priority-badge.scss',
  host: { '[class]': 'priority()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PriorityBadge {
  readonly priority = input.required<TicketPriority>();
  protected readonly icon = computed(() => ICONS[this.priority()]);
}
