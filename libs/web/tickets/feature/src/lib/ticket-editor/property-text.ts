import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { CategoryText, PriorityMark, StatusMark } from '@docket/web/tickets/ui';
import type { PropertyValue } from './property-change';

/** The value of a property, in the form that a row shows. */
@Component({
  selector: 'docket-property-text',
  imports: [CategoryText, PriorityMark, StatusMark],
  template: `
    @let displayed = property();
    @switch (displayed.field) {
      @case ('category') {
        <docket-category-text [category]="displayed.value" />
      }
      @case ('priority') {
        <docket-priority-mark [priority]="displayed.value" />
      }
      @case ('status') {
        <docket-status-mark [status]="displayed.value" />
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PropertyText {
  readonly property = input.required<PropertyValue>();
}
