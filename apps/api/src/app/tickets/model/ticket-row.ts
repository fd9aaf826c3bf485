import { PROPERTY_NAMES } from '@docket/domain';
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { Ticket } from './ticket.entity';

/**
 * A ticket as the driver returns it, with times as RFC 3339 text (platform/database/times-as-text.ts). Services pass it on unchanged: for a
 * page of tickets, TypeORM's mapping to entities costs more than the query.
 */
export interface TicketRow extends Omit<Ticket, HiddenColumn> {
  readonly created_at: string;
  readonly updated_at: string;
  readonly requester: { readonly id: number; readonly email: string; readonly name?: string } | null;
  readonly assignee: { readonly id: number; readonly name: string } | null;
  readonly team: { readonly id: number; readonly name: string } | null;
}

/** Columns that a {@link TicketRow} lacks or has under another name. */
type HiddenColumn = 'createdAt' | 'updatedAt' | 'externalId' | 'requesterId' | 'assigneeId' | 'teamId';

/** The columns of a {@link TicketRow}: the property of the entity, and the name in the row. */
const COLUMNS: readonly (readonly [property: string, name: string])[] = [
  ...['id', 'title', 'description', ...PROPERTY_NAMES].map((name) => [name, name] as const),
  ['createdAt', 'created_at'],
  ['updatedAt', 'updated_at'],
  ['version', 'version'],
  ['tags', 'tags'],
];

/** The relations of a ticket. A column without a table belongs to the ticket, under any alias. */
const RELATIONS: readonly (readonly [sql: string, name: string])[] = [
  [
    `(SELECT json_strip_nulls(json_build_object('id', id, 'email', email, 'name', name)) FROM requesters WHERE id = requester_id)`,
    'requester',
  ],
  [`(SELECT json_build_object('id', id, 'name', name) FROM users WHERE id = assignee_id)`, 'assignee'],
  [`(SELECT json_build_object('id', id, 'name', name) FROM teams WHERE id = team_id)`, 'team'],
];

/** The columns of a {@link TicketRow} for RETURNING. */
export const TICKET_ROW_COLUMNS = [
  ...COLUMNS.map(([, name]) => name),
  ...RELATIONS.map(([sql, name]) => `${sql} AS ${name}`),
].join(', ');

/** Selects the columns of a {@link TicketRow} from tickets under the alias `ticket`. */
function selectTicketRow<T extends ObjectLiteral>(builder: SelectQueryBuilder<T>): SelectQueryBuilder<T> {
  builder.select([]);
  for (const [property, name] of COLUMNS) builder.addSelect(`ticket.${property}`, name);
  for (const [sql, name] of RELATIONS) builder.addSelect(sql, name);
  return builder;
}

/**
 * A {@link TicketRow} of a page. It has the columns of its relations next to its own, because building JSON objects in the database costs
 * as much as reading the tickets. `description` is null if it does not fit on the page.
 */
export interface TicketPageRow extends Omit<TicketRow, 'description' | 'requester' | 'assignee' | 'team'> {
  readonly description: string | null;
  readonly requester_id: number | null;
  readonly requester_email: string | null;
  readonly requester_name: string | null;
  readonly assignee_id: number | null;
  readonly assignee_name: string | null;
  readonly team_id: number | null;
  readonly team_name: string | null;
}

/** A row of a page whose description fits. */
type CompleteRow = TicketPageRow & { readonly description: string };

export function hasDescription(row: TicketPageRow): row is CompleteRow {
  return row.description !== null;
}

/** Converts a row of a page, property by property. Copying whole rows would create garbage that costs as much as the query. */
export function toTicketRow(row: CompleteRow): TicketRow {
  return {
    id: row.id,
    title: row.title,
    description: row.description,
    category: row.category,
    priority: row.priority,
    status: row.status,
    created_at: row.created_at,
    updated_at: row.updated_at,
    version: row.version,
    tags: row.tags,
    requester: toRequester(row.requester_id, row.requester_email, row.requester_name),
    assignee: toNamed(row.assignee_id, row.assignee_name),
    team: toNamed(row.team_id, row.team_name),
  };
}

function toRequester(id: number | null, email: string | null, name: string | null): TicketRow['requester'] {
  if (id === null || email === null) return null;
  return name === null ? { id, email } : { id, email, name };
}

function toNamed(id: number | null, name: string | null): { readonly id: number; readonly name: string } | null {
  return id === null || name === null ? null : { id, name };
}

/**
 * Maximum size of the titles and descriptions on a page, in bytes of UTF-8. Otherwise, a page of the longest descriptions would take 80 MB
 * of memory. The first ticket is always complete.
 */
export const PAGE_TEXT_BYTES = 1_000_000;

type Order = 'ASC' | 'DESC';

/** A ticket that comes first in the list, regardless of its time. */
export interface PinnedTicket {
  readonly id: number;
  /** `DESC`: before all others; `ASC`: after them, on a page that is read backwards. */
  readonly order: Order;
}

/** The expressions by which a page is sorted. */
export type PageOrder = readonly (readonly [sql: string, Order])[];

/** Sorts tickets by time and id. */
export function orderOfPage(order: Order, pinned?: PinnedTicket): PageOrder {
  const byTime = [['ticket.createdAt', order] as const, ['ticket.id', order] as const];
  return pinned ? [[`(ticket.id = ${pinned.id})`, pinned.order], ...byTime] : byTime;
}

/**
 * Selects the columns of a {@link TicketPageRow}. Accumulates the text lengths in page order: `octet_length` reads the length of a stored
 * text without the text itself.
 */
export function selectTicketPage<T extends ObjectLiteral>(
  builder: SelectQueryBuilder<T>,
  order: PageOrder,
): SelectQueryBuilder<T> {
  const columns = order.map((column) => column.join(' '));
  const page = `OVER (ORDER BY ${columns.join(', ')} ROWS UNBOUNDED PRECEDING)`;
  const bytes = `SUM(octet_length(ticket.title) + octet_length(ticket.description)) ${page}`;
  builder.select([]);
  for (const [property, name] of COLUMNS) if (name !== 'description') builder.addSelect(`ticket.${property}`, name);
  joinRelations(builder);
  return builder.addSelect(
    `CASE WHEN ROW_NUMBER() ${page} = 1 OR ${bytes} <= ${PAGE_TEXT_BYTES} THEN ticket.description END`,
    'description',
  );
}

/** A query for the {@link TicketRow} of one ticket. */
export function selectTicketById(manager: EntityManager, id: number): SelectQueryBuilder<Ticket> {
  return selectTicketRow(manager.createQueryBuilder(Ticket, 'ticket')).where('ticket.id = :id', { id });
}

/**
 * Joins the relations of a ticket. A join looks up each row of the page in the index of the other table, for half of the cost of a
 * subquery.
 */
function joinRelations<T extends ObjectLiteral>(builder: SelectQueryBuilder<T>): void {
  builder
    .leftJoin('requesters', 'requester', 'requester.id = ticket.requester_id')
    .leftJoin('users', 'assignee', 'assignee.id = ticket.assignee_id')
    .leftJoin('teams', 'team', 'team.id = ticket.team_id')
    .addSelect('ticket.requester_id', 'requester_id')
    .addSelect('requester.email', 'requester_email')
    .addSelect('requester.name', 'requester_name')
    .addSelect('ticket.assignee_id', 'assignee_id')
    .addSelect('assignee.name', 'assignee_name')
    .addSelect('ticket.team_id', 'team_id')
    .addSelect('team.name', 'team_name');
}
