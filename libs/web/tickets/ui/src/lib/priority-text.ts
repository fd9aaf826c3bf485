import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { TicketPriority } from '@docket/domain';

/** The name of a priority. */
@Component({
  selector: 'docket-priority-text',
  template: `
    @switch (priority()) {
      @case ('low') {
        Low
      }
      @case ('medium') {
        Medium
      }
      @case ('high') {
        High
      }
      @case ('critical') {
        Critical
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PriorityText {
  readonly priority = input.required<TicketPriority>();
}
