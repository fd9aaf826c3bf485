import { realisticTickets, seededRandom } from '../realistic-tickets.mts';
import { ndjson } from '../import-tickets.mts';
import { CATEGORIES, PRIORITIES, STATUSES } from './properties.mts';

const ROWS_PER_FILE = 700;

/** Numbers of write requests by outcome. */
export interface WriteCounts {
  readonly done: number;
  /** Requests with a 503 response. They must have no effect. */
  readonly unavailable: number;
}

/** Files tickets and changes properties, one request after another. A changed ticket may have been deleted. */
export function writeThroughApi(
  url: string,
  { writer, tickets, until }: { writer: number; tickets: number; until: number },
): Promise<WriteCounts> {
  const random = seededRandom(writer + 100);
  const whole = (below: number) => Math.floor(random() * below);
  const pick = (from: readonly string[]) => from[whole(from.length)];
  const filed = realisticTickets(Number.MAX_SAFE_INTEGER, writer);
  return repeat(until, () => {
    const { title, description } = filed.next().value ?? {};
    const properties = { category: pick(CATEGORIES), priority: pick(PRIORITIES), status: pick(STATUSES) };
    return random() < 0.5
      ? request('POST', `${url}/api/tickets/`, JSON.stringify({ title, description, ...properties }), [201])
      : request('PATCH', `${url}/api/tickets/${1 + whole(tickets)}/`, JSON.stringify(properties), [200, 404]);
  });
}

/** Imports one file after another. */
export function importRepeatedly(url: string, until: number): Promise<WriteCounts> {
  let seed = 0;
  return repeat(until, () =>
    request('POST', `${url}/api/tickets/import/`, [...ndjson(ROWS_PER_FILE, ++seed)].join(''), [200]),
  );
}

async function repeat(until: number, write: () => Promise<boolean>): Promise<WriteCounts> {
  const requested = { done: 0, unavailable: 0 };
  while (Date.now() < until) requested[(await write()) ? 'done' : 'unavailable']++;
  return requested;
}

/** Returns true on success, and false on a 503. @throws Error on any other status */
async function request(method: string, url: string, body: string, expected: readonly number[]): Promise<boolean> {
  const type = body.endsWith('\n') ? 'application/x-ndjson' : 'application/json';
  const response = await fetch(url, { method, headers: { 'content-type': type }, body });
  await response.arrayBuffer();
  const { status } = response;
  if (status !== 503 && !expected.includes(status)) throw new Error(`${method} ${url} returned ${status}`);
  return status !== 503;
}
