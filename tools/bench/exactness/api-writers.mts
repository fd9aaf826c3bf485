import { believableTickets, generator } from '../believable-tickets.mts';
import { importTickets } from '../import-tickets.mts';
import { CATEGORIES, PRIORITIES, STATUSES } from './labels.mts';

const ROWS_IN_A_FILE = 700;

/** Files tickets and changes labels, one request after the other. Changes may meet a ticket that somebody has deleted. */
export async function writeThroughApi(
  url: string,
  { writer, tickets, until }: { writer: number; tickets: number; until: number },
): Promise<number> {
  const random = generator(writer + 100);
  const whole = (below: number) => Math.floor(random() * below);
  const pick = (from: readonly string[]) => from[whole(from.length)];
  let requests = 0;
  for (const { title, description, category, priority } of believableTickets(Number.MAX_SAFE_INTEGER, writer)) {
    if (Date.now() >= until) break;
    await (random() < 0.5
      ? ask('POST', `${url}/api/tickets/`, { title, description, category, priority }, [201])
      : ask(
          'PATCH',
          `${url}/api/tickets/${1 + whole(tickets)}/`,
          { category: pick(CATEGORIES), priority: pick(PRIORITIES), status: pick(STATUSES) },
          [200, 404],
        ));
    requests++;
  }
  return requests;
}

/** Imports one file after the other. Returns how many. */
export async function importRepeatedly(url: string, until: number): Promise<number> {
  let files = 0;
  for (; Date.now() < until; files++) await importTickets(url, ROWS_IN_A_FILE, files + 1);
  return files;
}

async function ask(method: string, url: string, body: object, expected: readonly number[]): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method, headers, body: JSON.stringify(body) });
  await answer.arrayBuffer();
  if (!expected.includes(answer.status)) throw new Error(`${method} ${url} was answered by ${answer.status}`);
}
