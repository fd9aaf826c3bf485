import type { Client } from 'pg';
import { load } from '../load.mts';
import { percentile } from '../statistics.mts';
import { TAGS } from './fill-desk.mts';

/** 95th percentile of each list over one connection, in ms. */
export interface DeskLists {
  readonly myQueue: number;
  /** The SQL statement alone, without the API and without a count. */
  readonly bareQueue: number;
  readonly myQueueByPriority: number;
  readonly allByPriority: number;
  readonly unassigned: number;
  readonly team: number;
  readonly tagWithStatus: number;
  readonly requester: number;
  readonly textOfAssignee: number;
  readonly timeline: number;
  readonly bareTimeline: number;
}

const TIMES = 10;

/** Measures a person's work lists, and timelines. */
export async function measureLists(
  url: string,
  cookie: string,
  client: Client,
  { people, tickets }: { people: readonly number[]; tickets: number },
): Promise<DeskLists> {
  const p95 = async (paths: readonly string[]) =>
    (await load(url, paths, { connections: 1, times: TIMES, headers: { cookie } })).p95;
  const lists = (queries: readonly string[]) => p95(queries.map((query) => `/api/tickets/?limit=50&${query}`));
  const some = Array.from({ length: 50 }, (_, n) => 1 + Math.floor(((n + 0.5) * tickets) / 50));
  const tags = Array.from({ length: TAGS }, (_, n) => `tag-${n + 1}`);
  await lists(['', ...tags.map((tag) => `tag=${tag}`)]); // warms up
  return {
    myQueue: await lists(people.map((id) => `assignee=${id}&status=open,in_progress`)),
    bareQueue: await bareP95(client, BARE_QUEUE, people),
    myQueueByPriority: await lists(people.map((id) => `assignee=${id}&status=open,in_progress&sort=priority`)),
    allByPriority: await lists(['sort=priority', 'sort=priority&status=open']),
    unassigned: await lists(['assignee=none&status=open']),
    team: await lists([1, 2, 3, 4, 5].map((id) => `team=${id}&status=open`)),
    tagWithStatus: await lists(tags.map((tag) => `tag=${tag}&status=open`)),
    requester: await lists(some.map((n) => `requester=requester-${1 + (n % 1000)}@example.com`)),
    textOfAssignee: await lists(people.map((id) => `assignee=${id}&search=refund`)),
    timeline: await p95(some.map((id) => `/api/tickets/${id}/timeline`)),
    bareTimeline: await bareP95(client, BARE_TIMELINE, some),
  };
}

const BARE_QUEUE = `
  SELECT * FROM tickets WHERE COALESCE(assignee_id, 0) = $1 AND status = ANY('{open,in_progress}')
  ORDER BY created_at DESC, id DESC LIMIT 50`;
const BARE_TIMELINE = `
  SELECT event.*, message.body FROM ticket_events AS event LEFT JOIN messages AS message ON message.id = event.message_id
  WHERE event.ticket_id = $1 ORDER BY event.id DESC LIMIT 50`;

async function bareP95(client: Client, sql: string, values: readonly number[]): Promise<number> {
  const latencies: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    for (const value of values) {
      const started = performance.now();
      await client.query(sql, [value]);
      latencies.push(performance.now() - started);
    }
  }
  return percentile(latencies, 95);
}
