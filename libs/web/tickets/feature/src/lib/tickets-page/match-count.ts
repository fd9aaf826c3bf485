import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { NumberPipe } from '@docket/web/ui';

/** The total of the list; "1,000+" if it is a lower bound. Screen readers announce changes. */
@Component({
  selector: 'docket-match-count',
  imports: [NumberPipe],
  template: `
    @let count = total();
    @if (count !== undefined) {
      {{ count | docketNumber }}{{ isExact() ? '' : '+' }} <span class="cdk-visually-hidden">tickets</span>
    }
  `,
  host: { class: 'docket-figures', role: 'status' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MatchCount {
  readonly total = input.required<number | undefined>();
  readonly isExact = input(true);
}
