import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { Readable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { realisticTickets } from './realistic-tickets.mts';

/**
 * Streams realistic tickets into an API's import. Returns the duration in seconds.
 * @throws Error if a ticket was not imported
 */
export async function importTickets(url: string, rows: number, seed = 1): Promise<number> {
  const started = performance.now();
  const sent = request(`${url}/api/tickets/import/`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
  });
  const responded = once(sent, 'response') as Promise<[IncomingMessage]>;
  await pipeline(Readable.from(ndjson(rows, seed)), sent);
  const [response] = await responded;
  const { imported } = (await json(response)) as { imported?: number };
  if (imported !== rows) throw new Error(`Of ${rows} rows, ${imported} were imported (status ${response.statusCode})`);
  return (performance.now() - started) / 1000;
}

/** Realistic tickets as lines of an import file. */
export function* ndjson(rows: number, seed: number): Generator<string> {
  for (const { createdAt, ...ticket } of realisticTickets(rows, seed)) {
    yield `${JSON.stringify({ ...ticket, created_at: createdAt })}\n`;
  }
}
