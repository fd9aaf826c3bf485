import type { TicketPage } from '@docket/web/data-access';

/**
 * Remembers at which ticket each page began, because a cursor does not tell. Pages that were reached by a link from
 * elsewhere have no number.
 */
export class PageNumbers {
  private readonly firsts = new Map<string, number>();

  first(cursor: string | undefined): number | undefined {
    return cursor === undefined ? 1 : this.firsts.get(cursor);
  }

  /** @param pageSize how many tickets a full page has. */
  follow(from: string | undefined, page: TicketPage, pageSize: number): void {
    const first = this.first(from);
    if (first === undefined) return;
    if (page.nextCursor) this.firsts.set(page.nextCursor, first + page.tickets.length);
    if (page.previousCursor) this.firsts.set(page.previousCursor, Math.max(1, first - pageSize));
  }
}
