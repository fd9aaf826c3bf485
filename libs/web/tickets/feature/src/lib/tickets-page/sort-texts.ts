import type { TicketSort } from '@docket/domain';

export const SORT_TEXTS: Readonly<Record<TicketSort, string>> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  priority: 'Most urgent first',
};
