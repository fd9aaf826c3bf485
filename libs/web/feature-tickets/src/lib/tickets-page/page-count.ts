import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { TicketPage } from '@docket/web/data-access';
import { DISPLAY_LOCALE } from '@docket/web/ui';

const number = new Intl.NumberFormat(DISPLAY_LOCALE);

/** Which tickets these are of how many: "1–50 of 1,284"; "50 of 1,284" when the link came from elsewhere. */
@Component({
  selector: 'docket-page-count',
  template: `
    @if (first(); as first) {
      {{ text(first) }}–{{ text(first + shown() - 1) }}
    } @else {
      {{ text(shown()) }}
    }
    @if (page().total; as total) {
      of {{ text(total) }}{{ page().isExact ? '' : '+' }}
    }
  `,
  host: { class: 'docket-figures' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PageCount {
  readonly page = input.required<TicketPage>();
  /** Number of the first ticket on the page, counted from 1, where it is known. */
  readonly first = input<number>();
  protected readonly shown = computed(() => this.page().tickets.length);

  protected text(count: number): string {
    return number.format(count);
  }
}
