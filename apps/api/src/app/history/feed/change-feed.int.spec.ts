import { setTimeout as sleep } from 'node:timers/promises';
import { aTicket } from '../../../testing/a-ticket';
import { settledFeed } from '../../../testing/settled-feed';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { LOCAL_ACTOR } from '../../platform/context/actor';
import { Transactions } from '../../platform/database/transactions';
import { TicketWriter } from '../../tickets';
import { ChangeFeed, type TicketChange } from './change-feed';
import type { ChangePosition } from './change-position';

let api: TestApp;
let feed: ChangeFeed;
let writer: TicketWriter;
beforeAll(async () => {
  api = await startTestApp();
  feed = api.app.get(ChangeFeed);
  writer = api.app.get(TicketWriter);
});
beforeEach(() => api.database.query('TRUNCATE tickets RESTART IDENTITY CASCADE'));
afterAll(() => api.close());

const WRITERS = 8;
const TURNS = 30;

/** Files, imports and changes tickets in transactions of different lengths; some roll back. */
async function write(seed: number): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) {
    const work = api.app.get(Transactions).run(async () => {
      const { id } = await writer.create(LOCAL_ACTOR, aTicket());
      await sleep(((seed + turn) % 4) * 2);
      if (turn % 5 === 0)
        await writer.createMany(
          LOCAL_ACTOR,
          Array.from({ length: 7 }, () => aTicket()),
        );
      await writer.update(LOCAL_ACTOR, id, { title: `${seed} ${turn}` });
      if ((seed + turn) % 7 === 0) throw new Error('changed our minds');
    });
    await work.catch(() => undefined);
  }
}

/** All changes in the history, in feed order. */
async function stored(): Promise<string[]> {
  const rows = await api.database.query<{ id: string; ticket_id: number }[]>(`
    SELECT event.id::text, coalesce(event.ticket_id, ticket.id::int) AS ticket_id FROM ticket_events AS event
    LEFT JOIN LATERAL jsonb_array_elements_text(event.change->'ids') WITH ORDINALITY AS ticket (id, n) ON event.ticket_id IS NULL
    ORDER BY epoch, horizon, event.id, n`);
  return rows.map(({ id, ticket_id }) => `${id} ${ticket_id}`);
}

it('gives a reader exactly the changes of 8 writers, in small pages while they write', async () => {
  const read: TicketChange[] = [];
  let position: ChangePosition | 'start' = 'start';
  let isWriting = true;
  const reading = (async () => {
    for (let isDone = false; !isDone;) {
      const wasWriting: boolean = isWriting;
      const page = await feed.page(position, 5);
      read.push(...page.changes);
      position = page.next;
      isDone = !wasWriting && page.isCaughtUp && read.length >= (await stored()).length;
    }
  })();

  await Promise.all(Array.from({ length: WRITERS }, (_, seed) => write(seed)));
  isWriting = false;
  await reading;

  expect(read.map(({ eventId, ticketId }) => `${eventId} ${ticketId}`)).toEqual(await stored());
  expect(read.length).toBeGreaterThan(WRITERS * TURNS);
});

it('gives no change before one that may still come', async () => {
  const { url } = api.database.options as { url?: string };
  if (url === undefined) return; // the embedded database has a single connection, so no transactions run concurrently
  const other = api.database.createQueryRunner();
  try {
    await other.startTransaction();
    await other.query('SELECT pg_current_xact_id()');
    const { id } = await writer.create(LOCAL_ACTOR, aTicket());

    expect((await feed.page('start', 10)).changes).toEqual([]);
    await other.query(
      `INSERT INTO tickets (title, description, category, priority) VALUES ('x', 'x', 'general', 'low')`,
    );
    await other.commitTransaction();
    await settledFeed(api);

    const { changes } = await feed.page('start', 10);
    expect(changes.map(({ ticketId }) => ticketId).sort()).toEqual([id, id + 1]);
  } finally {
    await other.release();
  }
});
