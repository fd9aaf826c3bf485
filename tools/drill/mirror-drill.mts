import { setTimeout as sleep } from 'node:timers/promises';
import { runSql } from '#testing/test-database';
import { ApiProcess } from './api-processes.mts';
import type { Finding } from './finding.mts';

const WRITERS = 8;
const FIRST_TICKETS = 200;
const KILL_EVERY_MS = 8000;

interface Ticket {
  readonly id: number;
  readonly title: string;
  readonly priority: string;
  readonly status: string;
  readonly version: number;
}

interface Changes {
  readonly changes: readonly { readonly ticket_id: number; readonly ticket: Ticket | null }[];
  readonly next: string;
  readonly caught_up: boolean;
}

/**
 * Mirrors all tickets by an export and the changes after it, while 8 writers file, change and delete tickets on two processes, one of which
 * is killed repeatedly. In the end, the mirror must equal the table.
 */
export async function drillMirror(databaseUrl: string, minutes: number): Promise<readonly Finding[]> {
  const apis = [
    await ApiProcess.start({ DATABASE_URL: databaseUrl }),
    await ApiProcess.start({ DATABASE_URL: databaseUrl }),
  ];
  const [dying, living] = apis as [ApiProcess, ApiProcess];
  const end = performance.now() + minutes * 60_000;
  const isOver = () => performance.now() > end;
  let writes = 0;
  let kills = 0;
  try {
    for (let n = 0; n < FIRST_TICKETS; n++) await file(living, n);
    const writers = Array.from({ length: WRITERS }, async (_, writer) => {
      for (let n = writer; !isOver(); n++) {
        if (await write(apis[n % 2] ?? living, databaseUrl, n)) writes++; // += would read the count before the wait
      }
    });
    const killing = (async () => {
      while (!isOver()) {
        await sleep(KILL_EVERY_MS);
        await dying.kill();
        await dying.start();
        kills++;
      }
    })();
    const copy = new Map<number, Ticket>();
    let cursor = await exportInto(copy, living);
    let pages = 0;
    let isCaughtUp = false;
    while (!isOver() || !isCaughtUp) {
      const wasOver = isOver();
      const page = await changesAfter(cursor, pages % 2 ? dying : living).catch(() => undefined);
      if (!page) {
        await sleep(50); // the process was killed
        continue;
      }
      for (const { ticket_id, ticket } of page.changes) {
        if (ticket) copy.set(ticket_id, ticket);
        else copy.delete(ticket_id);
      }
      cursor = page.next;
      pages++;
      if (isOver()) await Promise.all([...writers, killing]);
      isCaughtUp = wasOver && page.caught_up && page.changes.length === 0;
    }
    return [
      { what: 'writes that were answered', measured: writes, unit: `in ${minutes} minutes, and ${kills} kills` },
      { what: 'pages of changes', measured: pages, unit: '' },
      {
        what: 'tickets that differ from the table',
        measured: await differences(databaseUrl, copy),
        unit: `of ${copy.size}`,
        atMost: 0,
      },
    ];
  } finally {
    await Promise.all(apis.map((api) => api.stop()));
  }
}

async function exportInto(copy: Map<number, Ticket>, api: ApiProcess): Promise<string> {
  const response = await fetch(`${api.url}/api/export`);
  for (const line of (await response.text()).trim().split('\n')) {
    const row = JSON.parse(line) as Ticket | { readonly _docket: object };
    if ('id' in row) copy.set(row.id, row);
  }
  const cursor = response.headers.get('docket-changes-cursor');
  if (!cursor) throw new Error('The export has no cursor');
  return cursor;
}

async function changesAfter(cursor: string, api: ApiProcess): Promise<Changes> {
  const response = await fetch(`${api.url}/api/changes?include=ticket&wait=1&limit=500&cursor=${cursor}`);
  if (!response.ok) throw new Error(`The changes responded ${response.status}`);
  return (await response.json()) as Changes;
}

async function file(api: ApiProcess, n: number): Promise<boolean> {
  const body = { title: `Ticket ${n}`, description: 'Copied', category: 'general', priority: 'low' };
  return send(api, 'POST', '/api/tickets/', body);
}

/** Files, changes or, by SQL, deletes a ticket. */
async function write(api: ApiProcess, databaseUrl: string, n: number): Promise<boolean> {
  if (n % 5 === 0) return file(api, n);
  const id = 1 + ((n * 7919) % FIRST_TICKETS);
  if (n % 97 === 0) return (await runSql(databaseUrl, `DELETE FROM tickets WHERE id = ${id}`)) !== undefined;
  const changes = n % 2 ? { status: (['open', 'in_progress', 'closed'] as const)[n % 3] } : { title: `Title ${n}` };
  return send(api, 'PATCH', `/api/tickets/${id}/`, changes);
}

async function send(api: ApiProcess, method: string, path: string, body: object): Promise<boolean> {
  const headers = { 'content-type': 'application/json' };
  const sent = fetch(api.url + path, { method, headers, body: JSON.stringify(body) });
  const isDone = await sent.then(({ ok }) => ok).catch(() => undefined);
  if (isDone === undefined) await sleep(50); // the process is down
  return isDone ?? false;
}

async function differences(databaseUrl: string, copy: ReadonlyMap<number, Ticket>): Promise<number> {
  const rows = await runSql(databaseUrl, 'SELECT id, title, priority, status, version FROM tickets');
  const differing = rows.filter((row) => {
    const ticket = copy.get(Number(row['id']));
    return !ticket || (['title', 'priority', 'status', 'version'] as const).some((name) => ticket[name] !== row[name]);
  });
  return differing.length + Math.max(0, copy.size - rows.length);
}
