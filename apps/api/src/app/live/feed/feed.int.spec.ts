import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '@docket/testing';
import { aTicket } from '../../../testing/a-ticket';
import { settledFeed } from '../../../testing/settled-feed';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Feed, type FeedCursor, type FeedEvent } from '../../history';
import { LOCAL_ACTOR } from '../../platform/context/actor';
import { ChangeBell } from '../../platform/database/bell/change-bell';
import { Transactions } from '../../platform/database/transactions';
import { TicketWriter } from '../../tickets';
import { FeedFollower } from './feed-follower';

let api: TestApp;
let feed: Feed;
let writer: TicketWriter;
let transactions: Transactions;
beforeAll(async () => {
  api = await startTestApp();
  feed = new Feed(api.app.get(Transactions));
  writer = api.app.get(TicketWriter);
  transactions = api.app.get(Transactions);
});
afterAll(() => api.close());

const PRIORITIES = ['low', 'medium', 'high', 'critical'] as const;
const WRITERS = 8;
const CHANGES = 40;

/** Changes tickets in transactions of different lengths; some roll back. */
async function write(ids: readonly number[], seed: number): Promise<void> {
  for (let turn = 0; turn < CHANGES; turn++) {
    const changed = [seed + turn, seed * 3 + turn].map((n) => ids[n % ids.length] ?? 0).sort();
    const work = transactions.run(async () => {
      for (const id of changed) {
        await writer.update(LOCAL_ACTOR, id, {
          priority: PRIORITIES[(seed + turn) % 4],
          title: `${seed} ${turn}`,
        });
        await sleep(((seed + turn) % 4) * 2);
      }
      if ((seed + turn) % 7 === 0) throw new Error('changed our minds');
    });
    await work.catch(() => undefined);
  }
}

const storedIds = async (since: string): Promise<string[]> => {
  const rows = await api.database.query<{ id: string }[]>(
    'SELECT id::text FROM ticket_events AS event WHERE id > $1::bigint ORDER BY epoch, horizon, event.id',
    [since],
  );
  return rows.map(({ id }) => id);
};

const lastId = async (): Promise<string> => {
  const [{ id }] = await api.database.query<[{ id: string }]>(
    'SELECT coalesce(max(id), 0)::text AS id FROM ticket_events',
  );
  return id;
};

const byNumber = (one: string, other: string) => Number(BigInt(one) - BigInt(other));
/** The embedded database runs one transaction at a time. */
const isServer = () => process.env['TEST_DATABASE_URL'] !== undefined;

/** Files tickets by one statement, which makes one event. */
const manyTickets = async (count: number): Promise<number[]> => {
  const rows = await api.database.query<{ id: number }[]>(
    `INSERT INTO tickets (title, description, category, priority, status)
     SELECT 'Held back ' || n, 'x', 'general', 'low', 'open' FROM generate_series(1, $1::int) AS n RETURNING id`,
    [count],
  );
  return rows.map(({ id }) => id);
};

describe('the feed', () => {
  it('gives a reader exactly the events of 8 writers, each ticket’s changes in their order', async () => {
    const ids: number[] = [];
    for (let n = 0; n < 5; n++) ids.push((await writer.create(LOCAL_ACTOR, aTicket({ title: 'first' }))).id);
    const start = await lastId();
    let position = await feed.position();
    const read: FeedEvent[] = [];
    let isWriting = true;
    const reading = (async () => {
      for (let hasMore = true; hasMore;) {
        const mayFollow = isWriting; // whether events may still follow this read
        const events = await feed.read(position, 20);
        const settled = events.filter((event) => event.is_settled);
        read.push(...settled);
        position = settled.at(-1) ?? position;
        hasMore = mayFollow || events.length > 0; // the rest settles when transactions of other tests have ended
      }
    })();

    await Promise.all(Array.from({ length: WRITERS }, (_, seed) => write(ids, seed)));
    isWriting = false;
    await reading;

    // Other transactions on the server may have kept the filing of the tickets unsettled at the start.
    const ofWriters = read.map(({ id }) => id).filter((id) => BigInt(id) > BigInt(start));
    expect(ofWriters).toEqual(await storedIds(start));
    expect(ofWriters.length).toBeGreaterThan(WRITERS * CHANGES);
    await expectChains(ids);
  });

  /** Checks that each change of a title starts from the title that the previous change set. */
  async function expectChains(ids: readonly number[]): Promise<void> {
    for (const id of ids) {
      const rows = await api.database.query<{ title: [string, string] | null }[]>(
        `SELECT change->'title' AS title FROM ticket_events WHERE ticket_id = $1 ORDER BY epoch, horizon, id`,
        [id],
      );
      let last = 'first';
      for (const { title } of rows) {
        if (!title) continue;
        expect(title[0]).toBe(last);
        last = title[1];
      }
    }
  }
});

describe('a follower', () => {
  it('tells all of 1,200 events at once that a transaction of somebody else holds back', async () => {
    const identifiers = await manyTickets(1200);
    await settledFeed(api);
    const told = new Map<string, number>();
    const follower = await FeedFollower.start(feed, api.app.get(ChangeBell), (events) => {
      for (const { id } of events) told.set(id, (told.get(id) ?? 0) + 1);
    });
    const start = await lastId();
    const other = api.database.createQueryRunner();
    try {
      if (isServer()) {
        await other.startTransaction();
        await other.query('SELECT pg_current_xact_id()');
      }
      await api.database.query(`UPDATE tickets SET priority = 'critical' WHERE id = ANY($1)`, [identifiers]);
      await writer.update(LOCAL_ACTOR, identifiers[0] ?? 0, { status: 'closed' });

      await eventually(() => told.size === 1201);
      if (isServer()) await other.commitTransaction();
      await writer.update(LOCAL_ACTOR, identifiers[0] ?? 0, { status: 'open' });
      await eventually(() => told.size === 1202);

      expect([...told.keys()].toSorted(byNumber)).toEqual((await storedIds(start)).toSorted(byNumber));
      expect(new Set(told.values())).toEqual(new Set([1]));
    } finally {
      follower.stop();
      await other.release();
    }
  });

  it('tells an event at once that a transaction of somebody else holds back, and only once', async () => {
    const told: string[] = [];
    let position: FeedCursor | undefined;
    const { id } = await writer.create(LOCAL_ACTOR, aTicket());
    await settledFeed(api); // otherwise the follower reports the filing of this ticket, too
    const follower = await FeedFollower.start(feed, api.app.get(ChangeBell), (events, at) => {
      told.push(...events.map((event) => event.id));
      position = at;
    });
    const start = await lastId();
    const other = api.database.createQueryRunner();
    try {
      if (isServer()) {
        await other.startTransaction();
        await other.query('SELECT pg_current_xact_id()'); // a long-running writer
      }
      await writer.update(LOCAL_ACTOR, id, { status: 'closed' });
      await eventually(() => told.length === 1);
      if (isServer())
        expect(Number(position?.horizon)).toBeLessThan(Number((await feed.read(follower.position, 1))[0]?.horizon));
      if (isServer()) await other.commitTransaction();
      await writer.update(LOCAL_ACTOR, id, { status: 'open' });
      await eventually(() => told.length >= 2);

      expect(told).toEqual(await storedIds(start));
    } finally {
      follower.stop();
      await other.release();
    }
  });
});

describe('the lag of the feed', () => {
  it('is the age of the first change that an open transaction holds back', async () => {
    const other = api.database.createQueryRunner();
    if (isServer()) {
      await other.startTransaction();
      await other.query('SELECT pg_current_xact_id()');
    }
    await writer.create(LOCAL_ACTOR, aTicket());

    const lag = await feed.lagSeconds();
    if (isServer()) await other.rollbackTransaction();
    await other.release();

    if (isServer()) expect(lag).toBeGreaterThan(0);
    else expect(lag).toBe(0);
  });
});
