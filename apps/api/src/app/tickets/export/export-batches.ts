import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { LongRead } from '../../platform/database/long-reads/long-reads';
import type { TicketFilter } from '../query/ticket-filter';
import type { Ticket } from '../model/ticket.entity';
import { containing } from '../query/containing';
import { whereCreatedBetween, whereProperties, whereRelations } from '../query/ticket-conditions';
import { UNINDEXED } from '../search/search-text';

/** The tickets to export. */
export interface ExportSelection {
  readonly filter: TicketFilter;
  /** Folded texts, all of which must occur. */
  readonly terms: readonly string[];
  /** Id of a ticket that also matches, because the search is its number. */
  readonly number?: number;
  /** Only tickets with higher ids. */
  readonly after: number;
}

/** Maximum number of tickets in a batch, and minimum number after a batch whose texts did not fit. */
const BATCH = 1000;
const SMALL_BATCH = 20;

/** Number of tickets that one query searches for matches of a filter. It takes about 10 ms, which bounds the delay of other requests. */
const WINDOW = 5000;

const WINDOW_END = `
  SELECT max(id) AS id FROM (SELECT id FROM tickets WHERE id > $1 ORDER BY id LIMIT ${WINDOW}) AS upcoming`;

/** The SQL of a batch, with the columns of its form. */
interface SelectedTickets {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** A batch of tickets in the form of the export. */
interface ExportBatch<T> {
  readonly content: T;
  /** Number of tickets in the content, and number of tickets found. The difference did not fit into the batch. */
  readonly rows: number;
  readonly found: number;
  /** Id of the last ticket in the content; null if there is none. */
  readonly lastId: number | null;
}

/** The form of the tickets in an export: the columns to select and how to read them. */
export interface ExportForm<T> {
  /** Selects the tickets with the alias `ticket`, in the order of their ids. */
  select(manager: EntityManager): SelectQueryBuilder<Ticket>;
  read(read: LongRead, tickets: SelectedTickets): Promise<ExportBatch<T>>;
  /** Reads all tickets with higher ids in one statement. Undefined if the form needs batches. */
  stream?(lines: NonNullable<LongRead['lines']>, after: number): AsyncIterable<T>;
}

/**
 * Reads tickets in the order of their ids, on demand: all of them in one statement if the database and the form can stream, else in batches of
 * up to 1,000 tickets and 1 MB of text. Memory use does not depend on the number of tickets.
 * @param manager builds the queries; they run in `read`
 * @param beforeBatch may end the export by an error
 */
export async function* exportBatches<T>(
  read: LongRead,
  manager: EntityManager,
  form: ExportForm<T>,
  selection: ExportSelection,
  beforeBatch: () => Promise<void>,
): AsyncGenerator<T> {
  const isFiltered = hasConditions(selection);
  if (!isFiltered && read.lines && form.stream) {
    for await (const part of form.stream(read.lines, selection.after)) {
      await beforeBatch();
      yield part;
    }
    return;
  }
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
    // Few long texts fit into a batch: the next query reads no more rows than it needs.
    size = isCut ? Math.max(SMALL_BATCH, rows * 2) : Math.min(BATCH, size * 2);
  }
}

function hasConditions({ filter, terms }: ExportSelection): boolean {
  return terms.length > 0 || Object.values(filter).some((condition) => condition !== undefined);
}

/** Id of the last of the next tickets, matching or not; undefined after the last ticket. */
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

/** Applies the filter without an index of its own: the batch is a range of ids. */
function whereSelected<T extends ObjectLiteral>(
  batch: SelectQueryBuilder<T>,
  { filter, terms, number }: ExportSelection,
): SelectQueryBuilder<T> {
  whereRelations(whereProperties(batch, filter, 'prevent'), filter, 'prevent');
  whereCreatedBetween(batch, filter, 'prevent');
  if (!terms.length) return batch;
  const found = terms.map(containing);
  const matches = found.map(({ operator }, index) => `${UNINDEXED.text} ${operator} :text${index}`).join(' AND ');
  const patterns = Object.fromEntries(found.map(({ operand }, index) => [`text${index}`, operand]));
  return number === undefined
    ? batch.andWhere(`(${matches})`, patterns)
    : batch.andWhere(`(ticket.id = :number OR (${matches}))`, { number, ...patterns });
}
