import { DecimalPipe } from '@angular/common';
import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** The total of the list; "1,000+" if it is a lower bound. Screen readers announce changes. */
@Component({
  selector: 'docket-match-count',
  imports: [DecimalPipe],
  template: `
    @if (total() !== undefined) {
      {{ total() | number }}{{ isExact() ? '' : '+' }} <span class="cdk-visually-hidden">tickets</span>
    }
  `,
  host: { class: 'docket-figures', role: 'status' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MatchCount {
  readonly total = input.required<number | undefined>();
  readonly isExact = input(true);
}
