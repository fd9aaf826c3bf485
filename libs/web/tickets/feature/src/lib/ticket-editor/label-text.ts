import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { CategoryText, PriorityMark, StatusMark } from '@docket/web/tickets/ui';
import type { LabelValue } from './label-change';

/** One value of a label, as it looks in a row. */
@Component({
  selector: 'docket-label-text',
  imports: [CategoryText, PriorityMark, StatusMark],
  template: `
    @let shown = label();
    @switch (shown.field) {
      @case ('category') {
        <docket-category-text [category]="shown.value" />
      }
      @case ('priority') {
        <docket-priority-mark [priority]="shown.value" />
      }
      @case ('status') {
        <docket-status-mark [status]="shown.value" />
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LabelText {
  readonly label = input.required<LabelValue>();
}
