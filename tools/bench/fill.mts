import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from } from 'pg-copy-streams';
import { type BelievableTicket, believableTickets } from './believable-tickets.mts';

const ROWS_AT_ONCE = 500;

/** Writes so many believable tickets into a migrated database, as a stream, and lets PostgreSQL take stock of them. Returns seconds. */
export async function fill(databaseUrl: string, count: number, seed = 1): Promise<number> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const started = performance.now();
    const copy = 'COPY tickets (title, description, category, priority, status, created_at) FROM STDIN';
    await pipeline(Readable.from(lines(believableTickets(count, seed))), client.query(from(copy)));
    const seconds = (performance.now() - started) / 1000;
    await client.query('VACUUM ANALYZE tickets');
    await client.query('VACUUM ANALYZE ticket_label_counts, ticket_day_counts');
    return seconds;
  } finally {
    await client.end();
  }
}

/** Tickets in the text format of COPY. */
function* lines(tickets: Iterable<BelievableTicket>): Generator<string> {
  let block: string[] = [];
  for (const { title, description, category, priority, status, createdAt } of tickets) {
    block.push([title, description, category, priority, status, createdAt.toISOString()].map(escape).join('\t') + '\n');
    if (block.length === ROWS_AT_ONCE) {
      yield block.join('');
      block = [];
    }
  }
  yield block.join('');
}

function escape(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/\t/g, '\\t').replace(/\r/g, '\\r');
}
