import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from } from 'pg-copy-streams';
import { copyText } from './copy-format.mts';
import { type RealisticTicket, realisticTickets } from './realistic-tickets.mts';
import { withoutIndexes } from './without-indexes.mts';

const COPY = 'COPY tickets (title, description, category, priority, status, created_at) FROM STDIN';
/**
 * Maximum number of tickets to copy with indexes. Larger databases get their indexes after the COPY, which the search index slows down as
 * the table grows.
 */
const INDEXED_MAX = 2_000_000;
/** Number of rows per COPY in a larger database, because a statement keeps all of its rows for the history. */
const ROWS_PER_COPY = 1_000_000;

/** Copies realistic tickets into a migrated database and updates PostgreSQL's statistics. Returns the duration of the COPY in seconds. */
export async function fill(databaseUrl: string, count: number, seed = 1): Promise<number> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const tickets = realisticTickets(count, seed);
    const started = performance.now();
    if (count > INDEXED_MAX) await withoutIndexes(client, () => copyInParts(client, tickets));
    else await copy(client, tickets);
    const seconds = (performance.now() - started) / 1000;
    await client.query('VACUUM ANALYZE tickets');
    await client.query('VACUUM ANALYZE ticket_label_counts, ticket_day_counts');
    return seconds;
  } finally {
    await client.end();
  }
}

async function copy(client: Client, tickets: Iterable<RealisticTicket>): Promise<void> {
  await pipeline(Readable.from(copyText(tickets)), client.query(from(COPY)));
}

async function copyInParts(client: Client, tickets: Iterator<RealisticTicket>): Promise<void> {
  for (let next = tickets.next(); !next.done; next = tickets.next()) {
    await copy(client, part(next.value, tickets));
  }
}

/** The tickets of one COPY. The iterator stays open for the next one. */
function* part(first: RealisticTicket, tickets: Iterator<RealisticTicket>): Generator<RealisticTicket> {
  yield first;
  for (let rows = 1; rows < ROWS_PER_COPY; rows++) {
    const next = tickets.next();
    if (next.done) return;
    yield next.value;
  }
}
