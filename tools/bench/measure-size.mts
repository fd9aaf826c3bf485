import { Client } from 'pg';
import { fill } from './fill.mts';
import { type Seen, load } from './load.mts';
import { type Server, startApi } from './processes.mts';
import { filteredLists, searches, shortSearches } from './searches.mts';

/** What depends on the number of tickets. */
export interface OfSize {
  readonly tickets: number;
  readonly fillSeconds: number;
  readonly readyAfter: number;
  readonly lists: Seen;
  readonly firstPage: Seen;
  readonly deepPage: Seen;
  readonly search: Seen;
  readonly shortSearch: Seen;
  readonly stats: Seen;
}

const LIST = '/api/tickets/?limit=50';
const CONNECTIONS = 16;

/** Makes a database of this size and measures the API on it, which is left running. */
export async function measureSize(
  adminUrl: string,
  tickets: number,
): Promise<{ of: OfSize; api: Server; url: string }> {
  const url = await createDatabase(adminUrl, `bench_${tickets}`);
  await (await startApi(url)).stop(); // migrates
  const fillSeconds = await fill(url, tickets);
  const api = await startApi(url);
  await load(api.url, [LIST, '/api/tickets/stats/', ...filteredLists()], { connections: CONNECTIONS, seconds: 3 }); // warms up
  const once = { connections: 1, times: 3 };
  const of = {
    tickets,
    fillSeconds,
    readyAfter: api.readyAfter,
    lists: await load(api.url, filteredLists(), { connections: CONNECTIONS, seconds: 5 }),
    firstPage: await load(api.url, [LIST], { connections: 1, times: 500 }),
    deepPage: await load(api.url, [await deepPage(api.url, tickets)], { connections: 1, times: 500 }),
    search: await load(api.url, searches(), once),
    shortSearch: await load(api.url, shortSearches(), once),
    stats: await load(api.url, ['/api/tickets/stats/'], { connections: 1, times: 500 }),
  };
  return { of, api, url };
}

/** The thousandth page of 50, or half-way through the list when it is shorter. */
async function deepPage(url: string, tickets: number): Promise<string> {
  let path = '/api/tickets/?limit=200';
  for (let left = Math.min(50_000, tickets / 2); left > 0; left -= 200) {
    const answer = await fetch(url + path);
    const next = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
    if (!answer.ok || !next) throw new Error(`${path} led no further`);
    await answer.arrayBuffer();
    path = next;
  }
  return path.replace('limit=200', 'limit=50');
}

async function createDatabase(adminUrl: string, name: string): Promise<string> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}
