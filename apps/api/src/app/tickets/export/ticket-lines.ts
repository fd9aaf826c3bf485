import { PROPERTY_NAMES } from '@docket/domain';
import { PAGE_TEXT_BYTES } from '../model/ticket-row';
import { Ticket } from '../model/ticket.entity';
import type { ExportForm } from './export-batches';

/** Tickets as JSON Lines. */
export interface TicketLines {
  readonly text: string;
  readonly rows: number;
}

/** A time as RFC 3339 in UTC with milliseconds, like the API. The session is in UTC. */
const time = (name: string) => `',"${name}":"', to_char(batch.${name}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '"'`;

const text = (name: string) => `',"${name}":', to_json(batch.${name})`;

/** A member whose value needs no escapes. */
const word = (name: string) => `',"${name}":"', batch.${name}, '"'`;

/** A member that is omitted for null: `||` of text and null is null. */
const optional = (name: string, value: string) => `',"${name}":' || ${value}`;

const named = (table: string) => `'{"id":' || ${table}.id || ',"name":' || to_json(${table}.name) || '}'`;

/** The requester. `name` is omitted if there is none. */
const REQUESTER = `'{"id":' || requester.id || ',"email":' || to_json(requester.email) || concat(',"name":' || to_json(requester.name), '}')`;

/**
 * The JSON of an ExportedTicketDto, with the fields in the same order. `concat` skips nulls. Chained `||` operators would copy the line
 * once per field.
 */
const LINE = `concat(${[
  `'{"id":', batch.id`,
  text('title'),
  text('description'),
  ...PROPERTY_NAMES.map(word),
  time('created_at'),
  time('updated_at'),
  optional('requester', REQUESTER),
  optional('assignee', named('assignee')),
  optional('team', named('team')),
  optional('tags', `to_json(nullif(batch.tags, '{}'))`),
  `',"version":', batch.version`,
  optional('external_id', 'to_json(batch.external_id)'),
  `'}', chr(10)`,
].join(', ')})`;

/** The columns that a line needs. */
const COLUMNS = [
  ...['id', 'title', 'description', 'category', 'priority', 'status', 'created_at', 'updated_at', 'version', 'tags'],
  ...['requester_id', 'assignee_id', 'team_id', 'external_id'],
];

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
    return { content: { text: text ?? '', rows }, rows, found, lastId };
  },
};

function linesOf(tickets: string): string {
  return `
    WITH batch AS MATERIALIZED (${tickets})
    SELECT string_agg(line.text, '' ORDER BY line.id) AS text, count(*)::int AS rows, max(line.id) AS last_id,
      (SELECT count(*) FROM batch)::int AS found
    FROM (
      SELECT batch.id, ${LINE} AS text FROM batch
      LEFT JOIN requesters requester ON requester.id = batch.requester_id
      LEFT JOIN users assignee ON assignee.id = batch.assignee_id
      LEFT JOIN teams team ON team.id = batch.team_id
      WHERE batch.place = 1 OR batch.bytes <= ${PAGE_TEXT_BYTES}
    ) AS line`;
}
