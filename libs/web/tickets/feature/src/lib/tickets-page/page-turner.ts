import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { PAGE_SIZE_DEFAULT } from '@docket/domain';
import type { TicketPage } from '@docket/web/tickets/data';
import { formatNumber } from '@docket/web/ui';

/** Where another page begins, as query parameters: `first` is the number of its first ticket, `null` where nobody knows. */
export interface PageStart {
  readonly cursor: string | undefined;
  readonly first: number | null;
}

/** Which tickets these are of how many, "51–100 of 1,284" or just "50 of 1,284", and the way to the pages before and after. */
@Component({
  selector: 'docket-page-turner',
  imports: [MatButton],
  templateUrl: './page-turner.html',
  styleUrl: './page-turner.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PageTurner {
  readonly page = input.required<TicketPage>();
  /** Number of the first ticket on the page, counted from 1, where it is known. */
  readonly first = input<number>();
  /** Tickets on a full page, where it is not the usual number. */
  readonly limit = input<number>();
  readonly turned = output<PageStart>();
  protected readonly shown = computed(() => this.page().tickets.length);
  protected readonly text = formatNumber;

  protected turnBack(): void {
    this.turn(this.page().previousCursor, -(this.limit() ?? PAGE_SIZE_DEFAULT));
  }

  protected turnOn(): void {
    this.turn(this.page().nextCursor, this.shown());
  }

  private turn(cursor: string | undefined, by: number): void {
    const first = this.first();
    this.turned.emit({ cursor, first: first === undefined ? null : Math.max(1, first + by) });
  }
}
