import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { createServerDatabase } from '#testing/test-database';
import { fill } from '../fill.mts';
import { startApi } from '../processes.mts';
import { percentile } from '../statistics.mts';
import { type Differences, type StoredEvent, compareEvents } from './compare.mts';
import { StreamFollower } from './follower.mts';
import { writeRequests, writeTransactions } from './writers.mts';

/** Measurements of the stream of changes under concurrent writers. */
export interface FeedMeasurements extends Differences {
  readonly minutes: number;
  readonly events: number;
  readonly transactions: number;
  readonly requests: number;
  readonly repeated: number;
  readonly connections: number;
  readonly resets: number;
  /** 95th percentile of the delay from a change through one process to its event at another one, in ms. */
  readonly delayP95: number;
}

/** Few tickets, so that writers often compete for the same one. */
const TICKETS = 40;
const WRITERS_OF_EACH_KIND = 4;
const DROP_INTERVAL_MS = 20_000;
const END_TIMEOUT_MS = 30_000;

/** Follows the stream of one process while eight writers change tickets, by SQL and through another process. */
export async function measureFeed(adminUrl: string, minutes: number): Promise<FeedMeasurements> {
  const { url } = await createServerDatabase(adminUrl);
  const api = await startApi(url);
  await fill(url, TICKETS);
  const other = await startApi(url);
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const ids = (await client.query<{ id: number }>('SELECT id FROM tickets')).rows.map(({ id }) => id);
    const start =
      (await client.query<{ id: string }>('SELECT coalesce(max(id), 0) AS id FROM ticket_events')).rows[0]?.id ?? '0';
    const follower = new StreamFollower(other.url);
    let following: Promise<void> = Promise.resolve();
    await new Promise<void>((resolve, reject) => {
      following = follower.follow(resolve);
      following.catch(reject);
    });
    const drops = setInterval(() => follower.drop(), DROP_INTERVAL_MS);
    const until = Date.now() + minutes * 60_000;
    const numbers = Array.from({ length: WRITERS_OF_EACH_KIND }, (_, n) => n);
    const [transactions, requests] = await Promise.all([
      Promise.all(numbers.map((writer) => writeTransactions(url, { writer, ids, until }))),
      Promise.all(numbers.map((n) => writeRequests(api.url, { writer: n + WRITERS_OF_EACH_KIND, ids, until }))),
    ]);
    clearInterval(drops);
    const stored = await readStored(client, start);
    for (const end = Date.now() + END_TIMEOUT_MS; follower.told.length < stored.length && Date.now() < end;)
      await sleep(100);
    follower.stop();
    await following;
    return {
      ...compareEvents(
        follower.told.map(({ id }) => id).filter((id) => id > Number(start)),
        stored,
      ),
      minutes,
      events: stored.length,
      transactions: sum(transactions),
      requests: sum(requests),
      repeated: follower.repeated,
      connections: follower.connections,
      resets: follower.resets,
      delayP95: percentile(delays(follower, stored), 95),
    };
  } finally {
    await client.end();
    await Promise.all([api.stop(), other.stop()]);
  }
}

interface TimedEvent extends StoredEvent {
  /** Ms since 1970. */
  readonly at: number;
}

async function readStored(client: Client, start: string): Promise<TimedEvent[]> {
  const { rows } = await client.query<{ id: string; ticket_id: number; title: [string, string] | null; at: string }>(
    `SELECT id, ticket_id, change->'title' AS title, extract(epoch FROM at) * 1000 AS at FROM ticket_events
     WHERE id > $1 ORDER BY epoch, horizon, id`,
    [start],
  );
  return rows.map(({ id, ticket_id, title, at }) => ({
    id: Number(id),
    ticketId: ticket_id,
    at: Number(at),
    ...(title && { title }),
  }));
}

/** Delays of changes through the API only, whose transactions are short: others start long before their commit. */
function delays({ told }: StreamFollower, stored: readonly TimedEvent[]): number[] {
  const at = new Map(stored.map((event) => [event.id, event.at]));
  return told.filter(({ isByApi }) => isByApi).map(({ id, toldAt }) => toldAt - (at.get(id) ?? toldAt));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
