import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { PropertyName, PropertyValue } from '@docket/domain';
import { PriorityMark } from './priority-mark';
import { PropertyValuePipe } from './property-value-pipe';
import { StatusMark } from './status-mark';

/** The value of a property as rows show it: with its icon or colour, if it has one. */
@Component({
  selector: 'docket-property-mark',
  imports: [PriorityMark, PropertyValuePipe, StatusMark],
  template: `
    @switch (property()) {
      @case ('priority') {
        <docket-priority-mark [priority]="$any(value())" />
      }
      @case ('status') {
        <docket-status-mark [status]="$any(value())" />
      }
      @default {
        {{ value() | docketPropertyValue: property() }}
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PropertyMark<N extends PropertyName> {
  readonly property = input.required<N>();
  readonly value = input.required<PropertyValue<N>>();
}
