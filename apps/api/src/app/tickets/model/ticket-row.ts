import { PROPERTY_NAMES } from '@docket/domain';
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { Ticket } from './ticket.entity';

/**
 * A ticket as the driver returns it, its times as RFC 3339 text (platform/database/times-as-text.ts). Services pass it on, because
 * for a page of tickets TypeORM's mapping to entities costs more than the query.
 */
export interface TicketRow extends Omit<Ticket, 'createdAt' | 'updatedAt' | 'externalId'> {
  readonly created_at: string;
  readonly updated_at: string;
}

/** The columns of a {@link TicketRow}: the property of the entity, and the name in the row. */
const COLUMNS: readonly (readonly [property: string, name: string])[] = [
  ...['id', 'title', 'description', ...PROPERTY_NAMES].map((name) => [name, name] as const),
  ['createdAt', 'created_at'],
  ['updatedAt', 'updated_at'],
  ['version', 'version'],
];

/** The columns of a {@link TicketRow} for RETURNING. */
export const TICKET_ROW_COLUMNS = COLUMNS.map(([, name]) => name).join(', ');

/** Selects the columns of a {@link TicketRow} from tickets under the alias `ticket`. */
function selectTicketRow<T extends ObjectLiteral>(builder: SelectQueryBuilder<T>): SelectQueryBuilder<T> {
  builder.select([]);
  for (const [property, name] of COLUMNS) builder.addSelect(`ticket.${property}`, name);
  return builder;
}

/** A {@link TicketRow} of a page. `description` is null beyond the text that fits on the page. */
export type TicketPageRow = Omit<TicketRow, 'description'> & { readonly description: string | null };

/**
 * Maximum size of the titles and descriptions on one page, in bytes of UTF-8: pages of the longest descriptions would
 * otherwise take 80 MB of memory each. The first ticket is always complete.
 */
const PAGE_TEXT_BYTES = 1_000_000;

/**
 * Sorts tickets by time and id.
 * @param first the id of a ticket that comes before all others in descending order
 */
export function orderOfPage(
  order: 'ASC' | 'DESC',
  first?: number,
): readonly (readonly [sql: string, 'ASC' | 'DESC'])[] {
  const columns = ['ticket.createdAt', 'ticket.id'];
  if (first !== undefined) columns.unshift(`(ticket.id = ${first})`);
  return columns.map((column) => [column, order]);
}

/**
 * Selects the columns of a {@link TicketPageRow}. Sums up the texts in the order of the page: `octet_length` reads the length of a
 * stored text without the text itself.
 * @param order the sort order by time and id
 * @param first see {@link orderOfPage}
 */
export function selectTicketPage<T extends ObjectLiteral>(
  builder: SelectQueryBuilder<T>,
  order: 'ASC' | 'DESC',
  first?: number,
): SelectQueryBuilder<T> {
  const columns = orderOfPage(order, first).map((column) => column.join(' '));
  const page = `OVER (ORDER BY ${columns.join(', ')} ROWS UNBOUNDED PRECEDING)`;
  const bytes = `SUM(octet_length(ticket.title) + octet_length(ticket.description)) ${page}`;
  builder.select([]);
  for (const [property, name] of COLUMNS) if (name !== 'description') builder.addSelect(`ticket.${property}`, name);
  return builder.addSelect(
    `CASE WHEN ROW_NUMBER() ${page} = 1 OR ${bytes} <= ${PAGE_TEXT_BYTES} THEN ticket.description END`,
    'description',
  );
}

/** A query for the {@link TicketRow} of one ticket. */
export function selectTicketById(manager: EntityManager, id: number): SelectQueryBuilder<Ticket> {
  return selectTicketRow(manager.createQueryBuilder(Ticket, 'ticket')).where('ticket.id = :id', { id });
}
