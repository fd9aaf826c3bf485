import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from } from 'pg-copy-streams';
import { realisticTickets } from './realistic-tickets.mts';
import { copyText } from './copy-format.mts';

/** Copies realistic tickets into a migrated database and updates PostgreSQL's statistics. Returns the seconds of the COPY. */
export async function fill(databaseUrl: string, count: number, seed = 1): Promise<number> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const started = performance.now();
    const copy = 'COPY tickets (title, description, category, priority, status, created_at) FROM STDIN';
    await pipeline(Readable.from(copyText(realisticTickets(count, seed))), client.query(from(copy)));
    const seconds = (performance.now() - started) / 1000;
    await client.query('VACUUM ANALYZE tickets');
    await client.query('VACUUM ANALYZE ticket_label_counts, ticket_day_counts');
    return seconds;
  } finally {
    await client.end();
  }
}
