import { ChangeDetectionStrategy, Component, computed, input, linkedSignal } from '@angular/core';
import type { TicketSort } from '@docket/domain';
import { NumberPipe } from '@docket/web/ui';
import { SORT_TEXTS } from './sort-texts';

/** The total of the list; "1,000+" if it is a lower bound. Screen readers announce changes, also of the order and the page. */
@Component({
  selector: 'docket-match-count',
  imports: [NumberPipe],
  template: `
    @let count = total();
    @if (isOutdated()) {
      <span class="cdk-visually-hidden">Tickets of the</span> last search
    }
    @if (count !== undefined) {
      {{ count | docketNumber }}{{ isExact() ? '' : '+' }}
      <span class="cdk-visually-hidden">{{ count === 1 ? 'ticket' : 'tickets' }}{{ order() }}{{ place() }}</span>
    }
  `,
  host: { class: 'docket-figures', role: 'status' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MatchCount {
  readonly total = input.required<number | undefined>();
  readonly isExact = input(true);
  /** Whether the list belongs to an earlier query. */
  readonly isOutdated = input(false);
  readonly sort = input<TicketSort>('newest');
  /** Position of the first ticket of the page, from 1, if known. */
  readonly first = input<number>();
  protected readonly place = computed(() => ((this.first() ?? 1) > 1 ? `, from ${this.first()}` : ''));
  /** Announcement of the order. Empty for the default order until another one was shown. */
  protected readonly order = linkedSignal<TicketSort, string>({
    source: this.sort,
    computation: (sort, before) => (sort === 'newest' && !before?.value ? '' : `, ${SORT_TEXTS[sort].toLowerCase()}`),
  });
}
