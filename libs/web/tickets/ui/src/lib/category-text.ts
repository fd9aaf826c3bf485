import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { TicketCategory } from '@docket/domain';

/** The name of a category. */
@Component({
  selector: 'docket-category-text',
  template: `
    @switch (category()) {
      @case ('billing') {
        Billing
      }
      @case ('technical') {
        Technical
      }
      @case ('account') {
        Account
      }
      @case ('general') {
        General
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CategoryText {
  readonly category = input.required<TicketCategory>();
}
