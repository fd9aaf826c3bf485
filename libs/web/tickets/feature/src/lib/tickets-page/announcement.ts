import type { LoadedPage } from '@docket/web/tickets/data';

/** Tickets that a page would show if it were loaded again. */
export interface Announcement {
  /** The page that does not show them. */
  readonly page: LoadedPage;
  readonly ids: ReadonlySet<number>;
  /** Whether there may be others. */
  readonly hasMore: boolean;
}

/** Whether two pages are the same response. Their rows may differ: tickets change in their places. */
export function isSameLoad(one: LoadedPage, other: LoadedPage): boolean {
  return one.loadedAt === other.loadedAt && one.query === other.query;
}
