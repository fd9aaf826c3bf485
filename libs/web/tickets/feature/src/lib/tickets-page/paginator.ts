import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { PAGE_SIZE_DEFAULT } from '@docket/domain';
import type { TicketPage } from '@docket/web/tickets/data';
import { NumberPipe } from '@docket/web/ui';

/** The start of a page, as query parameters. */
export interface PageStart {
  readonly cursor: string | undefined;
  /** Position of the first ticket in the list, from 1; `null` if unknown. */
  readonly first: number | null;
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
  /** Matches on all pages; undefined if unknown. */
  readonly total = input<number>();
  /** Tickets on a full page, if not the default. */
  readonly limit = input<number>();
  readonly pageChange = output<PageStart>();
  /** Tickets on the page that match. */
  readonly count = input.required<number>();

  protected goToPrevious(): void {
    this.turn(this.page().previousCursor, -(this.limit() ?? PAGE_SIZE_DEFAULT));
  }

  protected goToNext(): void {
    this.turn(this.page().nextCursor, this.count());
  }

  private turn(cursor: string | undefined, by: number): void {
    const first = this.first();
    this.pageChange.emit({ cursor, first: first === undefined ? null : Math.max(1, first + by) });
  }
}
