import { aTicket } from '../../../testing/a-ticket';
import { settledFeed } from '../../../testing/settled-feed';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { withoutTriggers } from '../../../testing/without-triggers';
import { LOCAL_ACTOR } from '../../platform/context/actor';
import { TicketWriter } from '../../tickets';
import type { ChangeDto, ChangesDto } from './changes.dto';

let api: TestApp;
let writer: TicketWriter;
beforeAll(async () => {
  api = await startTestApp();
  writer = api.app.get(TicketWriter);
});
afterAll(() => api.close());
/** TRUNCATE of the tickets starts a new feed epoch. */
beforeEach(() => api.database.query('TRUNCATE tickets RESTART IDENTITY CASCADE'));

async function get(query: string) {
  await settledFeed(api);
  return api.inject({ method: 'GET', url: `/api/changes?${query}` });
}

async function read(query: string): Promise<ChangesDto> {
  const response = await get(query);
  expect(response.statusCode).toBe(200);
  return response.json();
}

/** Follows the cursors and returns all changes from one on. */
async function readAll(cursor: string, query = ''): Promise<ChangeDto[]> {
  const all: ChangeDto[] = [];
  for (let next = cursor, isCaughtUp = false; !isCaughtUp;) {
    const page = await read(`cursor=${next}&${query}`);
    all.push(...page.changes);
    ({ next, caught_up: isCaughtUp } = page);
  }
  return all;
}

const summaryOf = ({ kind, ticket_id, fields }: ChangeDto) => [kind, ticket_id, ...fields.toSorted()].join(' ');

describe('GET /api/changes', () => {
  it('gives all changes in their order, once each, in pages of any size', async () => {
    const { id } = await writer.create({ kind: 'token', userId: 4, tokenId: 9 }, aTicket());
    await writer.create(LOCAL_ACTOR, aTicket());
    await writer.update({ kind: 'person', userId: 17 }, id, { status: 'closed', title: 'A secret title' });
    await api.database.query('DELETE FROM tickets WHERE id = 2');
    const expected = ['ticket.created 1', 'ticket.created 2', 'ticket.changed 1 status title', 'ticket.deleted 2'];

    for (const limit of [1, 2, 3, 4, 500]) {
      expect((await readAll('start', `limit=${limit}`)).map(summaryOf)).toEqual(expected);
    }
    const { changes, caught_up, restored } = await read('cursor=start&limit=3');
    expect([changes.length, caught_up, restored]).toEqual([3, false, false]);
    expect(changes[2]).toEqual({
      event_id: expect.any(Number) as number,
      at: expect.stringMatching(/^\d{4}-.*Z$/) as string,
      kind: 'ticket.changed',
      ticket_id: 1,
      fields: expect.arrayContaining(['status', 'title']) as string[],
      actor: { kind: 'human', id: 17 },
    });
    expect(changes[0]?.actor).toEqual({ kind: 'api', id: 4 });
    expect(changes[1]?.actor).toEqual({ kind: 'local' });
  });

  it.each(['cursor=', 'cursor', 'cursor=%20'])(
    'refuses an empty cursor, which a failed export leaves: %s',
    async (query) => {
      expect((await get(query)).statusCode).toBe(400);
    },
  );

  it('begins now without a cursor', async () => {
    await writer.create(LOCAL_ACTOR, aTicket());

    const now = await read('wait=25');
    expect(now).toMatchObject({ changes: [], caught_up: true, restored: false });
    await writer.create(LOCAL_ACTOR, aTicket());

    expect((await readAll(now.next)).map(summaryOf)).toEqual(['ticket.created 2']);
  });

  it('has each ticket of an import, also if a page ends inside of it', async () => {
    await writer.createMany(
      LOCAL_ACTOR,
      Array.from({ length: 1203 }, () => aTicket()),
    );
    await writer.update(LOCAL_ACTOR, 7, { status: 'closed' });
    const filed = Array.from({ length: 1203 }, (_, index) => `ticket.created ${index + 1}`);

    for (const limit of [70, 250, 499, 500]) {
      const changes = await readAll('start', `limit=${limit}`);
      expect(changes.map(summaryOf)).toEqual([...filed, 'ticket.changed 7 status']);
      expect(new Set(changes.map(({ event_id }) => event_id)).size).toBe(4);
    }
  });

  it('says that there was a note, and never what it says', async () => {
    await writer.create(LOCAL_ACTOR, aTicket());
    const payload = { visibility: 'internal', body: 'A secret note' };
    await api.inject({ method: 'POST', url: '/api/tickets/1/messages', payload });

    const response = await get('cursor=start&include=ticket');

    expect(response.json<ChangesDto>().changes.map(({ kind }) => kind)).toEqual(['ticket.created', 'message.added']);
    expect(response.body).not.toContain('secret');
  });
});

describe('GET /api/changes?include=ticket', () => {
  it('has each ticket as it is now, and null for a deleted one', async () => {
    await writer.createMany(LOCAL_ACTOR, [aTicket({ externalId: 'ZD-1' }), aTicket({ externalId: null })]);
    await writer.update(LOCAL_ACTOR, 1, { title: 'Now' });
    await api.database.query('DELETE FROM tickets WHERE id = 2');

    const { changes } = await read('cursor=start&include=ticket');

    const ticket = (await api.inject({ method: 'GET', url: '/api/tickets/?ids=1' })).json<object[]>()[0];
    expect(changes.map((change) => [change.kind, change.ticket])).toEqual([
      ['ticket.created', { ...ticket, external_id: 'ZD-1' }],
      ['ticket.created', null],
      ['ticket.changed', { ...ticket, external_id: 'ZD-1' }],
      ['ticket.deleted', null],
    ]);
    expect(ticket).toMatchObject({ title: 'Now', version: 2 });
  });

  it('ends a page at 1 MB of text, with one change at least', async () => {
    await writer.createMany(
      LOCAL_ACTOR,
      Array.from({ length: 7 }, () => aTicket()),
    );
    await withoutTriggers(api.database, `UPDATE tickets SET description = repeat('ü', 100000)`); // 200 kB each
    await writer.update(LOCAL_ACTOR, 1, { status: 'closed' });

    const first = await read('cursor=start&include=ticket');

    expect(first.changes.map(({ ticket_id }) => ticket_id)).toEqual([1, 2, 3, 4]);
    expect([first.caught_up, first.restored]).toEqual([false, false]);
    const rest = await read(`cursor=${first.next}&include=ticket`);
    expect(rest.changes.map(({ ticket_id }) => ticket_id)).toEqual([5, 6, 7, 1]);
    expect(rest.caught_up).toBe(true);
  });
});

describe('the changes of a restored database', () => {
  const cursorOfNow = async () => (await read('')).next;

  it('say once that it was restored, and go on with those of the new epoch', async () => {
    await writer.create(LOCAL_ACTOR, aTicket());
    const before = await read('cursor=start');
    await api.database.query('UPDATE feed_epochs SET generation = generation + 1');
    await writer.create(LOCAL_ACTOR, aTicket());

    const after = await read(`cursor=${before.next}`);

    expect([after.changes.map(summaryOf), after.restored]).toEqual([['ticket.created 2'], true]);
    expect(await read(`cursor=${after.next}`)).toMatchObject({ changes: [], restored: false });
  });

  it('say so at once, also without changes and to a waiting reader', async () => {
    const cursor = await cursorOfNow();
    await api.database.query('UPDATE feed_epochs SET generation = generation + 1');

    const after = await read(`cursor=${cursor}&wait=25`);

    expect(after).toMatchObject({ changes: [], caught_up: true, restored: true });
    expect(await read(`cursor=${after.next}`)).toMatchObject({ restored: false });
  });

  it('first give what the reader missed of the old epoch', async () => {
    await writer.create(LOCAL_ACTOR, aTicket());
    const { next } = await read('cursor=start');
    await writer.update(LOCAL_ACTOR, 1, { status: 'closed' });
    await api.database.query('UPDATE feed_epochs SET generation = generation + 1');
    await writer.update(LOCAL_ACTOR, 1, { priority: 'low' });

    const missed = await read(`cursor=${next}&limit=1`);
    const current = await read(`cursor=${missed.next}&limit=1`);

    expect([missed.changes.map(summaryOf), missed.restored]).toEqual([['ticket.changed 1 status'], false]);
    expect([current.changes.map(summaryOf), current.restored]).toEqual([['ticket.changed 1 priority'], true]);
  });

  it.each([
    ['of a later epoch', (cursor: string) => cursor.replace(/^\d+/, '9'.repeat(18))],
    ['of a transaction that has not been', (cursor: string) => cursor.replace(/\.\d+\./, `.${'9'.repeat(19)}.`)],
    ['with numbers that the database does not have', () => Array(3).fill('9'.repeat(19)).join('.')],
  ])('start with the current epoch for a reader with a cursor %s', async (_case, change) => {
    await writer.create(LOCAL_ACTOR, aTicket());

    const page = await read(`cursor=${change(await cursorOfNow())}`);

    expect([page.changes.map(summaryOf), page.restored]).toEqual([['ticket.created 1'], true]);
  });

  it('say so after TRUNCATE of the tickets, which has no change for each of them', async () => {
    const cursor = await cursorOfNow();
    await api.database.query('TRUNCATE tickets RESTART IDENTITY CASCADE');

    expect(await read(`cursor=${cursor}`)).toMatchObject({ changes: [], restored: true });
  });
});

it.each([
  ['cursor=abc', 'cursor'],
  ['cursor=1.2', 'cursor'],
  ['cursor=1.2.3.4.5', 'cursor'],
  [`cursor=${encodeURIComponent("1.1.1'--")}`, 'cursor'],
  ['cursor=start&wait=26', 'wait'],
  ['cursor=start&wait=0.5', 'wait'],
  ['cursor=start&limit=501', 'limit'],
  ['cursor=start&include=messages', 'include'],
])('rejects %s', async (query, parameter) => {
  const response = await get(query);

  expect(response.statusCode).toBe(400);
  expect(response.json()).toMatchObject({ errors: [{ parameter }] });
});
