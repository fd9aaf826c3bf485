import { PROPERTY_NAMES, type TicketSort } from '@docket/domain';
import { type PageCursor, decodeCursor } from '../../platform/database/page-cursor';
import { InvalidInputException } from '../../platform/problems/invalid-input.exception';
import type { NamedRelations } from '../filter-references';
import { bothFilters } from '../query/both-filters';
import { bothSearches } from '../query/both-searches';
import { NONE, type PropertyFilter, type RelationFilter } from '../query/ticket-filter';
import { TicketQuery } from '../query/ticket-query';
import type { ReadQuery } from '../query-text/query-reader';
import type { ListTicketsDto } from './list-tickets.dto';

/** The assignees, teams, requesters and tags in the query string of the list. */
export function namedRelations({ assignee, team, requester, tag }: ListTicketsDto): NamedRelations {
  return {
    assignees: assignee?.map((one) => (one === 'me' ? one : idOrNone(one))),
    teams: team?.map(idOrNone),
    requesters: requester,
    tags: tag && [tag],
  };
}

function idOrNone(text: string): number {
  return text === 'none' ? NONE : Number(text);
}

/**
 * Combines the query string of the list with its parsed `q`. A ticket must match both.
 *
 * @throws InvalidInputException if the cursor belongs to another sort order
 */
export function toTicketQuery(dto: ListTicketsDto, relations: RelationFilter, text: ReadQuery): TicketQuery {
  const { search, sort, limit, cursor, created_from: createdFrom, created_to: createdTo } = dto;
  const properties = Object.fromEntries(PROPERTY_NAMES.map((name) => [name, dto[name]])) as PropertyFilter;
  return new TicketQuery({
    filter: bothFilters({ ...properties, ...relations, createdFrom, createdTo }, text.filter),
    search: bothSearches(search ?? '', text.search),
    sort,
    limit,
    cursor: readCursor(cursor, sort),
  });
}

/**
 * Decodes a cursor. A cursor with a rank is valid in every sort order: the links of a single ticket use it, because the list may be in any
 * order.
 */
function readCursor(text: string | undefined, sort: TicketSort | undefined): PageCursor | undefined {
  const cursor = decodeCursor(text);
  if (!cursor || sort !== 'priority' || cursor.rank !== undefined) return cursor;
  throw new InvalidInputException([{ parameter: 'cursor', detail: 'must be from a page in the same order' }]);
}
