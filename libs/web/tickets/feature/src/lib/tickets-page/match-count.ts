import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { formatNumber } from '@docket/web/ui';

/** How many tickets there are, "1,000+" when it is more than anyone has counted. A screen reader says when it changes. */
@Component({
  selector: 'docket-match-count',
  template: `
    @if (total() !== undefined) {
      {{ text() }}{{ isExact() ? '' : '+' }} <span class="cdk-visually-hidden">tickets</span>
    }
  `,
  host: { class: 'docket-figures', role: 'status' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MatchCount {
  readonly total = input.required<number | undefined>();
  readonly isExact = input(true);
  protected readonly text = computed(() => formatNumber(this.total() ?? 0));
}
