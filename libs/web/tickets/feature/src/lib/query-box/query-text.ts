import { PROPERTY_NAMES } from '@docket/domain';
import { type QueryValue, parseTicketQuery, quoteSearch, setQueryValues } from '@docket/ticket-query';
import type { TicketFilter } from '@docket/web/tickets/data';

/** Converts a filter into one query text: `q`, extended by the other parameters of older links. */
export function queryTextOf(filter: TicketFilter): string {
  const { createdFrom: from, createdTo: to } = filter;
  let text = [filter.q, quoteSearch(filter.search)].filter(Boolean).join(' ');
  const add = (key: Parameters<typeof setQueryValues>[1], values: readonly QueryValue[]) => {
    if (values.length) text = `${setQueryValues(parseTicketQuery(''), key, values)} ${text}`.trim();
  };
  if (from ?? to) add('created', [{ kind: 'days', ...(from && { from }), ...(to && { to }) }]);
  for (const name of PROPERTY_NAMES)
    add(
      name,
      filter[name].map((value) => ({ kind: 'text', text: value })),
    );
  return text;
}
