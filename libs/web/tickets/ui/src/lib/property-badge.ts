import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { PropertyName, PropertyValue } from '@docket/domain';
import { PriorityBadge } from './priority-badge';
import { PropertyValuePipe } from './property-value-pipe';
import { StatusBadge } from './status-badge';

/** The value of a property in a row: with its icon or colour, if it has one. */
@Component({
  selector: 'docket-property-badge',
  imports: [PriorityBadge, PropertyValuePipe, StatusBadge],
  template: `
    @switch (property()) {
      @case ('priority') {
        <docket-priority-badge [priority]="$any(value())" />
      }
      @case ('status') {
        <docket-status-badge [status]="$any(value())" />
      }
      @default {
        {{ value() | docketPropertyValue: property() }}
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PropertyBadge<N extends PropertyName> {
  readonly property = input.required<N>();
  readonly value = input.required<PropertyValue<N>>();
}
