import { PROPERTY_NAMES } from '@docket/domain';
import { PAGE_TEXT_BYTES } from '../model/ticket-row';
import { Ticket } from '../model/ticket.entity';
import type { ExportForm } from './export-batches';

/** Tickets as JSON Lines. A part of a stream may end within a line. */
export interface TicketLines {
  readonly bytes: Buffer;
  /** Number of lines that end in these bytes. */
  readonly rows: number;
}

/** A time as RFC 3339 in UTC with milliseconds, like the API. The session is in UTC. */
const time = (name: string) => `',"${name}":"', to_char(ticket.${name}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '"'`;

const text = (name: string) => `',"${name}":', to_json(ticket.${name})`;

/** A member whose value needs no escapes. */
const word = (name: string) => `',"${name}":"', ticket.${name}, '"'`;

/** A member that most tickets lack. A condition costs less than the subquery and the JSON of a null. */
const optional = (name: string, condition: string, value: string) =>
  `CASE WHEN ticket.${condition} THEN ',"${name}":' || ${value} END`;

/** A row of another table, as a subquery: with a join, PostgreSQL may sort all tickets before it sends the first line. */
const related = (name: string, table: string, json: string) =>
  optional(name, `${name}_id IS NOT NULL`, `(SELECT ${json} FROM ${table} WHERE id = ticket.${name}_id)`);

const NAMED = `'{"id":' || id || ',"name":' || to_json(name) || '}'`;

/** The requester. `name` is omitted if there is none. */
const REQUESTER = `'{"id":' || id || ',"email":' || to_json(email) || concat(',"name":' || to_json(name), '}')`;

/**
 * The JSON of an ExportedTicketDto, with the fields in the same order. `concat` skips nulls. Chained `||` operators would copy the line
 * once per field.
 */
const LINE = `concat(${[
  `'{"id":', ticket.id`,
  text('title'),
  text('description'),
  ...PROPERTY_NAMES.map(word),
  time('created_at'),
  time('updated_at'),
  related('requester', 'requesters', REQUESTER),
  related('assignee', 'users', NAMED),
  related('team', 'teams', NAMED),
  optional('tags', `tags <> '{}'`, 'to_json(ticket.tags)'),
  `',"version":', ticket.version`,
  optional('external_id', 'external_id IS NOT NULL', 'to_json(ticket.external_id)'),
  `'}'`,
].join(', ')})`;

/** The columns that a line needs. */
const COLUMNS = [
  ...['id', 'title', 'description', 'category', 'priority', 'status', 'created_at', 'updated_at', 'version', 'tags'],
  ...['requester_id', 'assignee_id', 'team_id', 'external_id'],
];

const LINE_FEED = 10;

interface LinesRow {
  readonly text: string | null;
  readonly rows: number;
  readonly found: number;
  readonly last_id: number | null;
}

/**
 * Reads tickets as lines that the database has written. The API passes them on unchanged and stays free for other requests. Limited to 1 MB
 * of titles and descriptions, but at least one ticket.
 */
export const TICKET_LINES: ExportForm<TicketLines> = {
  select(manager) {
    const tickets = manager.createQueryBuilder(Ticket, 'ticket').select([]);
    for (const column of COLUMNS) tickets.addSelect(`ticket.${column}`, column);
    const page = 'OVER (ORDER BY ticket.id ROWS UNBOUNDED PRECEDING)';
    return tickets
      .addSelect(`ROW_NUMBER() ${page}`, 'place')
      .addSelect(`SUM(octet_length(ticket.title) + octet_length(ticket.description)) ${page}`, 'bytes');
  },

  async read(read, { sql, parameters }) {
    const [row] = await read.query<LinesRow>(linesOf(sql), parameters);
    const { text, rows, found, last_id: lastId } = row ?? { text: null, rows: 0, found: 0, last_id: null };
    return { content: { bytes: Buffer.from(text ?? ''), rows }, rows, found, lastId };
  },

  async *stream(lines, after) {
    const all = lines(`SELECT ${LINE} FROM tickets ticket WHERE ticket.id > ${after} ORDER BY ticket.id`);
    for await (const bytes of all) yield { bytes, rows: countLines(bytes) };
  },
};

/** Number of line feeds: JSON has them only between two lines. */
function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) count++;
  return count;
}

function linesOf(tickets: string): string {
  return `
    WITH batch AS MATERIALIZED (${tickets})
    SELECT string_agg(line.text, '' ORDER BY line.id) AS text, count(*)::int AS rows, max(line.id) AS last_id,
      (SELECT count(*) FROM batch)::int AS found
    FROM (
      SELECT ticket.id, ${LINE} || chr(10) AS text FROM batch ticket
      WHERE ticket.place = 1 OR ticket.bytes <= ${PAGE_TEXT_BYTES}
    ) AS line`;
}
