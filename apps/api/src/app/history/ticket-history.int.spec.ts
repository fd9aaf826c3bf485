import { aTicket } from '../../testing/a-ticket';
import { type TestApp, startTestApp } from '../../testing/test-app';
import { type Actor, LOCAL_ACTOR, SYSTEM_ACTOR } from '../platform/context/actor';
import { Transactions } from '../platform/database/transactions';
import { TicketWriter } from '../tickets';
import { FeedEpochs } from './feed-epochs';

let api: TestApp;
let writer: TicketWriter;
beforeAll(async () => {
  api = await startTestApp();
  writer = api.app.get(TicketWriter);
});
afterAll(() => api.close());
beforeEach(() => api.database.query('TRUNCATE tickets RESTART IDENTITY CASCADE'));

const sql = <T = unknown>(text: string, values: unknown[] = []) => api.database.query<T[]>(text, values);

const INSERT_ONE = `
  INSERT INTO tickets (title, description, category, priority) VALUES ('By hand', 'Text', 'general', 'low')`;

const insertMany = (count: number) =>
  sql(
    `INSERT INTO tickets (title, description, category, priority)
     SELECT 'Ticket ' || n, 'Text', 'general', 'low' FROM generate_series(1, $1::int) AS n`,
    [count],
  );

const history = () =>
  sql<Record<string, unknown>>(`
    SELECT kind, ticket_id, change, concat_ws(':', actor_kind, actor_id) AS actor, verified FROM ticket_events ORDER BY id`);

describe('the history of tickets', () => {
  it('has one event for each change of a ticket by the writer, with its actor', async () => {
    const person: Actor = { kind: 'person', userId: 17 };
    const { id } = await writer.create(person, aTicket({ title: 'before' }));
    await writer.update({ kind: 'token', userId: 4, tokenId: 9 }, id, { title: 'after', status: 'closed' });
    await writer.update(person, id, { title: 'after' });
    await writer.update(LOCAL_ACTOR, id, { description: 'Other text' });

    expect(await history()).toEqual([
      { kind: 'ticket.created', ticket_id: id, change: null, actor: 'human:17', verified: true },
      {
        kind: 'ticket.changed',
        ticket_id: id,
        change: { title: ['before', 'after'], status: ['open', 'closed'] },
        actor: 'api:4',
        verified: true,
      },
      { kind: 'ticket.changed', ticket_id: id, change: { description: [] }, actor: 'local', verified: true },
    ]);
  });

  it('has the changes of SQL by hand, of an actor that is not verified', async () => {
    await writer.create(LOCAL_ACTOR, aTicket());
    await insertMany(3);
    await sql(`UPDATE tickets SET priority = 'high' WHERE id IN (1, 3)`);
    await sql('UPDATE tickets SET priority = priority, updated_at = now()');
    await sql('DELETE FROM tickets WHERE id = 2');
    await sql(`
      INSERT INTO tickets (id, title, description, category, priority) VALUES (3, 'x', 'x', 'general', 'high')
      ON CONFLICT (id) DO UPDATE SET status = 'resolved'`);
    const [created, ...byHand] = await history();
    const unknown = { actor: 'system', verified: false };
    expect(created).toMatchObject({ actor: 'local', verified: true });
    expect(byHand).toEqual([
      { ...unknown, kind: 'import.batch', ticket_id: null, change: { ids: [2, 3, 4] } },
      { ...unknown, kind: 'ticket.changed', ticket_id: 1, change: { priority: ['medium', 'high'] } },
      { ...unknown, kind: 'ticket.changed', ticket_id: 3, change: { priority: ['low', 'high'] } },
      { ...unknown, kind: 'ticket.deleted', ticket_id: 2, change: null },
      { ...unknown, kind: 'ticket.changed', ticket_id: 3, change: { status: ['open', 'resolved'] } },
    ]);
  });

  it('has one event for up to 500 imported tickets', async () => {
    const tickets = Array.from({ length: 1203 }, () => aTicket());
    await writer.createMany(SYSTEM_ACTOR, tickets);

    const events = await history();
    const ids = events.map(({ change }) => (change as { ids: number[] }).ids);
    expect(events).toHaveLength(3);
    expect(events.map(({ actor, verified }) => [actor, verified])).toEqual(Array(3).fill(['system', true]));
    expect(ids.map((batch) => batch.length)).toEqual([500, 500, 203]);
    expect(ids.flat()).toEqual(tickets.map((_, index) => index + 1));
  });

  it('has no event of a statement that changes no ticket', async () => {
    await sql(`UPDATE tickets SET status = 'closed'`);
    await sql('DELETE FROM tickets');
    await insertMany(0);

    expect(await history()).toEqual([]);
  });

  it('disappears with a transaction that rolls back', async () => {
    const work = api.app.get(Transactions).run(async () => {
      const { id } = await writer.create(LOCAL_ACTOR, aTicket());
      await writer.update(LOCAL_ACTOR, id, { status: 'closed' });
      throw new Error('changed our minds');
    });

    await expect(work).rejects.toThrow('changed our minds');
    expect(await history()).toEqual([]);
  });

  it('records an actor for the changes of their transaction only', async () => {
    await api.app.get(Transactions).run(async (manager) => {
      const { id } = await writer.create({ kind: 'person', userId: 17 }, aTicket());
      await writer.update({ kind: 'person', userId: 18 }, id, { status: 'closed' });
      await manager.query(`SELECT set_config('docket.actor', '', true)`);
      await manager.query(INSERT_ONE);
    });
    await sql(INSERT_ONE);

    expect((await history()).map(({ actor }) => actor)).toEqual(['human:17', 'human:18', 'system', 'system']);
  });

  it.each(['UPDATE ticket_events SET kind = kind', 'DELETE FROM ticket_events', 'TRUNCATE ticket_events'])(
    'rejects %s',
    async (statement) => {
      await sql(INSERT_ONE);

      await expect(sql(statement)).rejects.toMatchObject({ code: '23001' });
      expect(await history()).toHaveLength(1);
    },
  );
});

describe('the feed epoch', () => {
  const epochs = () => sql<{ epoch: string }>('SELECT epoch FROM ticket_events ORDER BY id');

  it('consists of the generation and the timeline', async () => {
    await sql(INSERT_ONE);

    const [{ generation } = { generation: 0 }] = await sql<{ generation: number }>(
      'SELECT generation FROM feed_epochs',
    );
    expect(await epochs()).toEqual([{ epoch: String(2 ** 32 * generation + 1) }]);
  });

  it('grows when the database comes to another cluster, at the next start', async () => {
    const another = await startTestApp({}, (database) =>
      database.query(`UPDATE feed_epochs SET system = 'another cluster'`).then(() => undefined),
    );
    try {
      const before = await another.database.query<unknown[]>('SELECT generation FROM feed_epochs');
      await another.app.get(FeedEpochs).onApplicationBootstrap();

      expect(before).toEqual([{ generation: 2 }]);
      expect(await another.database.query('SELECT generation FROM feed_epochs')).toEqual(before);
    } finally {
      await another.close();
    }
  });

  it('needs no change at a start in the same cluster, so that Docket starts on a database that accepts none', async () => {
    const readOnly = await startTestApp({ DATABASE_POOL_SIZE: 1 });
    try {
      const epochs = readOnly.app.get(FeedEpochs);
      await readOnly.database.query(`UPDATE feed_epochs SET system = 'another cluster'`);
      await readOnly.database.query('SET default_transaction_read_only = on');
      await expect(epochs.onApplicationBootstrap()).rejects.toThrow('read-only');

      await readOnly.database.query('SET default_transaction_read_only = off');
      await epochs.onApplicationBootstrap();
      await readOnly.database.query('SET default_transaction_read_only = on');
      await expect(epochs.onApplicationBootstrap()).resolves.toBeUndefined();
    } finally {
      await readOnly.close();
    }
  });

  it('grows with TRUNCATE of the tickets, which ends their history', async () => {
    await sql(INSERT_ONE);
    const [before] = await epochs();
    await sql('TRUNCATE tickets RESTART IDENTITY CASCADE');
    await sql(INSERT_ONE);

    const after = await epochs();
    expect(after).toHaveLength(1);
    expect(Number(after[0]?.epoch)).toBeGreaterThan(Number(before?.epoch));
  });
});
