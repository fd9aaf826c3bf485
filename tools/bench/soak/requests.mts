import { realisticTickets, seededRandom } from '../realistic-tickets.mts';
import { ndjson } from '../import-tickets.mts';
import { mixedLists } from '../mixed-lists.mts';
import { SEARCH_KINDS, searches, shortSearches } from '../searches.mts';
import { KnownTickets } from './known-tickets.mts';

/** A request of a user with its expected status. */
export interface UserRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly expected: number;
  /** Called with the headers of a response with the expected status. */
  readonly onExpected?: (headers: Record<string, string>) => void;
}

const TICKETS = '/api/tickets/';
const ROWS_PER_FILE = 25;
const JSON_BODY = { 'content-type': 'application/json' };
const STATUSES = ['open', 'in_progress', 'resolved', 'closed'];
const ABSENT = `${TICKETS}2147483647/`;

/** Invalid requests for each client error status. */
const INVALID: readonly UserRequest[] = [
  { method: 'GET', path: `${TICKETS}?status=lost`, expected: 400 },
  { method: 'GET', path: `${TICKETS}?cursor=nonsense`, expected: 400 },
  { method: 'GET', path: `${TICKETS}seven/`, expected: 400 },
  { method: 'POST', path: TICKETS, headers: JSON_BODY, body: '{"title":" ","urgency":1}', expected: 400 },
  { method: 'POST', path: TICKETS, headers: JSON_BODY, body: '{"title":', expected: 400 },
  { method: 'POST', path: `${TICKETS}classify/`, headers: JSON_BODY, body: '{"description":" "}', expected: 400 },
  { method: 'GET', path: ABSENT, expected: 404 },
  { method: 'PATCH', path: ABSENT, headers: JSON_BODY, body: '{"status":"open"}', expected: 404 },
  { method: 'GET', path: '/api/nothing/', expected: 404 },
  { method: 'DELETE', path: '/api/tickets/stats/', expected: 405 },
  { method: 'POST', path: TICKETS, headers: { 'content-type': 'text/plain' }, body: 'Hello', expected: 415 },
];

/** Returns a generator of requests: most read, some write, a few are invalid. The seed determines the sequence. */
export async function mixedRequests(url: string, seed = 1): Promise<() => UserRequest> {
  const random = seededRandom(seed);
  const pick = <T,>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const known = new KnownTickets(random);
  const filed = realisticTickets(Number.MAX_SAFE_INTEGER, seed);
  const lists = await mixedLists(url);
  const found = [...SEARCH_KINDS.flatMap(searches), ...shortSearches()];
  const get = (path: string): UserRequest => ({ method: 'GET', path, expected: 200 });
  const post = (path: string, body: object, expected: number): UserRequest => ({
    method: 'POST',
    path,
    headers: JSON_BODY,
    body: JSON.stringify(body),
    expected,
  });
  const ticket = () => {
    const { title, description, category, priority } = filed.next().value ?? never();
    return { title, description, category, priority };
  };
  const create = (): UserRequest => ({ ...post(TICKETS, ticket(), 201), onExpected: (headers) => known.add(headers) });

  const change = (): UserRequest => {
    const one = known.take();
    if (!one) return create();
    return {
      method: 'PATCH',
      path: one.path,
      headers: { ...JSON_BODY, 'if-match': one.etag },
      body: JSON.stringify(random() < 0.7 ? { status: pick(STATUSES) } : { title: ticket().title }),
      expected: 200,
      onExpected: ({ etag }) => etag && known.put({ ...one, etag }),
    };
  };
  const changeOutdated = (): UserRequest => {
    const { path } = known.any() ?? {};
    const headers = { ...JSON_BODY, 'if-match': '"1-0"' };
    return path ? { method: 'PATCH', path, headers, body: '{"status":"closed"}', expected: 412 } : create();
  };
  const read = () => get(known.any()?.path ?? TICKETS);
  const readUnchanged = (): UserRequest => {
    const one = known.take(); // taken, so that no other request changes it
    if (!one) return create();
    const headers = { 'if-none-match': one.etag };
    return { method: 'GET', path: one.path, headers, expected: 304, onExpected: () => known.put(one) };
  };
  const importFile = (): UserRequest => ({
    method: 'POST',
    path: `${TICKETS}import/`,
    headers: { 'content-type': 'application/x-ndjson' },
    body: [...ndjson(ROWS_PER_FILE, Math.floor(random() * 1e9))].join(''),
    expected: 200,
  });

  /** Number of requests of each kind, per thousand. */
  const shares: readonly (readonly [number, () => UserRequest])[] = [
    [500, () => get(pick(lists))],
    [70, () => get(pick(found))],
    [90, () => get('/api/tickets/stats/')],
    [100, read],
    [40, readUnchanged],
    [70, create],
    [70, change],
    [10, changeOutdated],
    [30, () => post(`${TICKETS}classify/`, { description: ticket().description }, 200)],
    [18, () => pick(INVALID)],
    [2, importFile],
  ];
  return () => {
    let left = random() * shares.reduce((sum, [share]) => sum + share, 0);
    return (shares.find(([share]) => (left -= share) < 0)?.[1] ?? read)();
  };
}

function never(): never {
  throw new Error('The generator of tickets has ended');
}
