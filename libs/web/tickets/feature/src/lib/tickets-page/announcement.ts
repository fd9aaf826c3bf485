import type { LoadedPage } from '@docket/web/tickets/data';

/** Tickets that a reload would add to a page. */
export interface Announcement {
  /** The page that lacks them. */
  readonly page: LoadedPage;
  readonly ids: ReadonlySet<number>;
  /** Whether there may be more tickets. */
  readonly hasMore: boolean;
}

/** Whether two pages come from the same response. Their rows may differ, because tickets are updated in place. */
export function isSameLoad(one: LoadedPage, other: LoadedPage): boolean {
  return one.loadedAt === other.loadedAt && one.query === other.query;
}
