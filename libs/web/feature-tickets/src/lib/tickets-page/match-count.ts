import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { DISPLAY_LOCALE } from '@docket/web/ui';

const number = new Intl.NumberFormat(DISPLAY_LOCALE);

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
  protected readonly text = computed(() => number.format(this.total() ?? 0));
}
