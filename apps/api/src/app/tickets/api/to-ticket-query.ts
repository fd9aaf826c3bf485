import { PROPERTY_NAMES } from '@docket/domain';
import { decodeCursor } from '../../platform/database/page-cursor';
import type { PropertyFilter } from '../query/ticket-filter';
import { TicketQuery } from '../query/ticket-query';
import type { ListTicketsDto } from './list-tickets.dto';

/** Converts the query string of the list to a query. No other code depends on both. */
export function toTicketQuery(dto: ListTicketsDto): TicketQuery {
  const { search, limit, cursor, created_from: createdFrom, created_to: createdTo } = dto;
  const properties = Object.fromEntries(PROPERTY_NAMES.map((name) => [name, dto[name]])) as PropertyFilter;
  return new TicketQuery({
    filter: { ...properties, createdFrom, createdTo },
    search,
    limit,
    cursor: decodeCursor(cursor),
  });
}
