import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { LongRead } from '../../platform/database/long-reads/long-reads';
import type { TicketFilter } from '../query/ticket-filter';
import type { Ticket } from '../model/ticket.entity';
import { containsPattern } from '../query/search-terms';
import { whereCreatedBetween, whereProperties, whereRelations } from '../query/ticket-conditions';
import { UNINDEXED } from '../search/search-text';

/** Which tickets to export. */
export interface ExportSelection {
  readonly filter: TicketFilter;
  /** The folded texts that all have to occur. */
  readonly terms: readonly string[];
  /** A ticket that also matches, because the search is its number. */
  readonly number?: number;
  /** Only tickets with higher ids. */
  readonly after: number;
}

/** Maximum number of tickets of a batch, and minimum after one whose texts did not fit. */
const BATCH = 1000;
const SMALL_BATCH = 20;

/** Number of tickets among which a query looks for those of a filter: it takes some 10 ms, and nothing waits longer for it. */
const WINDOW = 5000;

const WINDOW_END = `
  SELECT max(id) AS id FROM (SELECT id FROM tickets WHERE id > $1 ORDER BY id LIMIT ${WINDOW}) AS upcoming`;

/** The SQL of a batch. Its columns are those of the form that reads it. */
interface SelectedTickets {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Tickets of a batch in the form of an export. */
interface ExportBatch<T> {
  readonly content: T;
  /** Number of tickets in the content, and of those that were found. The others have too much text for one batch. */
  readonly rows: number;
  readonly found: number;
  /** Of the last ticket in the content; null without one. */
  readonly lastId: number | null;
}

/** How an export reads tickets. */
export interface ExportForm<T> {
  /** Selects the tickets with the alias `ticket`, in the order of their ids. */
  select(manager: EntityManager): SelectQueryBuilder<Ticket>;
  read(read: LongRead, tickets: SelectedTickets): Promise<ExportBatch<T>>;
}

/**
 * Reads tickets in the order of their ids, in batches of at most 1,000 tickets and 1 MB of text, so memory stays the same for any
 * number. Reads the next batch when the caller asks for it.
 * @param manager builds the queries; they run in `read`
 * @param beforeBatch may end the reading by an error
 */
export async function* exportBatches<T>(
  read: LongRead,
  manager: EntityManager,
  form: ExportForm<T>,
  selection: ExportSelection,
  beforeBatch: () => Promise<void>,
): AsyncGenerator<T> {
  const isFiltered = Object.keys(selection.filter).length > 0 || selection.terms.length > 0;
  let size = BATCH;
  for (let { after } = selection; ;) {
    await beforeBatch();
    const end = isFiltered ? await windowEnd(read, after) : undefined;
    if (isFiltered && end === undefined) return;
    const query = batchQuery(form.select(manager), selection, after, end, size);
    const { content, rows, found, lastId } = await form.read(read, query);
    if (rows) yield content;
    const isCut = rows < found;
    if (isCut || found === size) after = lastId ?? after;
    else if (end !== undefined) after = end;
    else return;
    // Of long texts, few fit: the next query reads no more rows than it needs.
    size = isCut ? Math.max(SMALL_BATCH, rows * 2) : Math.min(BATCH, size * 2);
  }
}

/** The last id of the next tickets, whether they match or not; undefined after the last ticket. */
async function windowEnd(read: LongRead, after: number): Promise<number | undefined> {
  const [row] = await read.query<{ id: number | null }>(WINDOW_END, [after]);
  return row?.id ?? undefined;
}

function batchQuery(
  tickets: SelectQueryBuilder<Ticket>,
  selection: ExportSelection,
  after: number,
  end: number | undefined,
  size: number,
): SelectedTickets {
  const batch = tickets.where('ticket.id > :after', { after }).orderBy('ticket.id').limit(size);
  if (end !== undefined) batch.andWhere('ticket.id <= :end', { end });
  const [sql, parameters] = whereSelected(batch, selection).getQueryAndParameters();
  return { sql, parameters };
}

/** Applies the filter, without the indexes of others: the batch is a range of ids. */
function whereSelected<T extends ObjectLiteral>(
  batch: SelectQueryBuilder<T>,
  { filter, terms, number }: ExportSelection,
): SelectQueryBuilder<T> {
  whereRelations(whereProperties(batch, filter, 'prevent'), filter, 'prevent');
  whereCreatedBetween(batch, filter, 'prevent');
  if (!terms.length) return batch;
  const matches = terms.map((_, index) => `${UNINDEXED.text} LIKE :text${index}`).join(' AND ');
  const patterns = Object.fromEntries(terms.map((term, index) => [`text${index}`, containsPattern(term)]));
  return number === undefined
    ? batch.andWhere(`(${matches})`, patterns)
    : batch.andWhere(`(ticket.id = :number OR (${matches}))`, { number, ...patterns });
}
