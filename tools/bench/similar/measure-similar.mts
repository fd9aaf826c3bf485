import { Client } from 'pg';
import type { FilledDatabase } from '../measure-size.mts';
import { type RealisticTicket, realisticTickets } from '../realistic-tickets.mts';

/** Latencies in ms. */
export interface SimilarMeasurements {
  /** The first request, which also reads the sample of words. */
  readonly first: number;
  /** Tickets similar to a text. */
  readonly texts: readonly number[];
  /** Tickets similar to a ticket. */
  readonly tickets: readonly number[];
  /** Baseline: the newest tickets with the two longest words of the text, in one SQL statement. */
  readonly twoWords: readonly number[];
}

const TEXTS = 200;
const TICKETS = 100;
/** Ids of some tickets of all ages. */
const EVENLY_SPACED = `
  SELECT id FROM tickets
  WHERE id IN (SELECT 1 + n * (SELECT max(id) FROM tickets)::bigint / ${TICKETS} FROM generate_series(0, ${TICKETS - 1}) AS n)`;
/** The simplest implementation, for comparison. */
const WITH_TWO_WORDS = `
  SELECT id FROM tickets WHERE folded_text LIKE $1 AND folded_text LIKE $2 ORDER BY created_at DESC, id DESC LIMIT 5`;

/** Measures requests for similar tickets, one after another. Every text is new. */
export async function measureSimilar({ api, url }: Pick<FilledDatabase, 'api' | 'url'>): Promise<SimilarMeasurements> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const [first, ...others] = [...realisticTickets(TEXTS + 1, 99)].map(
      (ticket) => () => request(`${api.url}/api/tickets/similar`, ticket),
    );
    const { rows } = await client.query<{ id: number }>(EVENLY_SPACED);
    return {
      first: first ? await timed(first) : Number.NaN,
      texts: await inTurn(others),
      tickets: await inTurn(
        rows.map(
          ({ id }) =>
            () =>
              request(`${api.url}/api/tickets/${id}/similar`),
        ),
      ),
      twoWords: await inTurn(
        [...realisticTickets(TEXTS, 98)].map(
          ({ description }) =>
            () =>
              client.query(WITH_TWO_WORDS, longest(description)),
        ),
      ),
    };
  } finally {
    await client.end();
  }
}

function longest(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return words
    .sort((one, other) => other.length - one.length)
    .slice(0, 2)
    .map((word) => `%${word}%`);
}

async function request(url: string, ticket?: RealisticTicket): Promise<void> {
  const response = await fetch(url, {
    ...(ticket && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title: ticket.title, description: ticket.description }),
    }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url}: ${response.status} ${text}`);
}

async function inTurn(works: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const latencies: number[] = [];
  for (const work of works) latencies.push(await timed(work));
  return latencies;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
