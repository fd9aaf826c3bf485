import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { TicketPage } from '@docket/web/tickets/data';
import { NumberPipe } from '@docket/web/ui';

/** Position of a page, as query parameters. */
export interface PageStart {
  readonly cursor: string | undefined;
  /** Position of the first ticket in the list, from 1; `null` if unknown. */
  readonly first: number | null;
  /** Position of the last ticket, for a page before a known one, whose length is known only after loading. */
  readonly last: number | null;
}

/** The position in the list, such as "51–100 of 1,284" or "50 of 1,284", and buttons for the previous and next page. */
@Component({
  selector: 'docket-paginator',
  imports: [NumberPipe, MatButton],
  templateUrl: './paginator.html',
  styleUrl: './paginator.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Paginator {
  readonly page = input.required<TicketPage>();
  /** Position of the first ticket in the list, from 1, if known. */
  readonly first = input<number>();
  /** Number of matches on all pages; undefined if unknown. */
  readonly total = input<number>();
  readonly pageChange = output<PageStart>();
  /** Number of tickets on the page that match. */
  readonly count = input.required<number>();

  protected goToPrevious(): void {
    this.turn(this.page().previousCursor, null, (this.first() ?? 1) - 1 || null);
  }

  protected goToNext(): void {
    const first = this.first();
    this.turn(this.page().nextCursor, first ? first + this.count() : null);
  }

  private turn(cursor: string | undefined, first: number | null, last: number | null = null): void {
    this.pageChange.emit({ cursor, first, last });
  }
}
