import { createServerDatabase } from '#testing/test-database';
import { Client } from 'pg';
import { load } from '../load.mts';
import { ADMINISTRATOR, signIn } from '../people/sign-in.mts';
import { startClosedApi } from '../processes.mts';
import { alternate } from '../statistics.mts';
import { agentSessions } from './agent-sessions.mts';
import { type DeskLists, measureLists } from './desk-lists.mts';
import { type DeskSteps, measureSteps } from './desk-steps.mts';
import { type DeskStreams, measureStreams } from './desk-streams.mts';
import { type DeskWrites, measureWrites } from './desk-writes.mts';
import { fillDesk } from './fill-desk.mts';

/** Measurements of a team at work. */
export interface DeskMeasurements {
  readonly lists: DeskLists;
  readonly writes: DeskWrites;
  readonly streams: DeskStreams;
  readonly steps: DeskSteps;
  /** Pages of the list per second, by round, for tickets with assignee, team and tags, for those with a requester as well, and for others. */
  readonly withRelations: readonly number[];
  readonly withRequesters: readonly number[];
  readonly withoutRelations: readonly number[];
  /** Time until the API stops with a thousand open streams, in ms. */
  readonly stop: number;
}

/** Measures a closed API on a separate database, with five events per ticket. */
export async function measureDesk(
  adminUrl: string,
  { tickets, rounds, seconds }: { tickets: number; rounds: number; seconds: number },
): Promise<DeskMeasurements> {
  const { url } = await createServerDatabase(adminUrl);
  await (await startClosedApi(url, ADMINISTRATOR)).stop(); // migrates
  await fillDesk(url, tickets);
  const api = await startClosedApi(url, ADMINISTRATOR);
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const cookie = await signIn(api.url);
    const { rows } = await client.query<{ id: number }>('SELECT id FROM bench_people ORDER BY id');
    const people = rows.map(({ id }) => id);
    const lists = await measureLists(api.url, cookie, client, { people, tickets });
    const steps = await measureSteps(api.url, cookie);
    const pages = await comparePages(api.url, cookie, rounds, seconds);
    const writes = await measureWrites(api.url, cookie, client, { tickets, rounds, seconds });
    const streams = await measureStreams(api, cookie, await agentSessions(client, people, cookie));
    const started = performance.now();
    await api.stop();
    return { lists, ...pages, steps, writes, streams, stop: performance.now() - started };
  } finally {
    await api.stop();
    await client.end();
  }
}

/** Measures pages of days whose tickets have relations and a requester, have relations only, and have none: see {@link fillDesk}. */
function comparePages(url: string, cookie: string, rounds: number, seconds: number) {
  const rate = async (daysAgo: number) => {
    const day = new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
    const path = `/api/tickets/?limit=50&created_to=${day}`;
    return (await load(url, [path], { connections: 16, seconds, headers: { cookie } })).perSecond;
  };
  return alternate(rounds, {
    withRequesters: () => rate(100),
    withRelations: () => rate(250),
    withoutRelations: () => rate(500),
  });
}
