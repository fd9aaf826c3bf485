import { eventually } from '@docket/testing';
import { startAnotherInstance } from '../../../testing/another-instance';
import { aTicket } from '../../../testing/a-ticket';
import { endStreams, follow } from '../../../testing/follower';
import { PUBLIC_URL, SAME_SITE, type TestPerson, aPerson, aToken } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Ticket } from '../../tickets/model/ticket.entity';
import { PRESENCE_PER_MINUTE } from '../presence/presence-limit';

let api: TestApp;
let ana: TestPerson;
let ben: TestPerson;
let id: number;
let other: number;
beforeAll(async () => {
  api = await startTestApp({ PUBLIC_URL });
  ana = await aPerson(api.database);
});
afterAll(() => api.close());
beforeEach(async () => {
  ben = await aPerson(api.database); // the rate limit counts per person
  id = (await api.database.getRepository(Ticket).save(aTicket())).id;
  other = (await api.database.getRepository(Ticket).save(aTicket())).id;
});
afterEach(async () => {
  endStreams();
  await api.database.query('DELETE FROM presence');
});

const put = (payload: object, headers: object = { cookie: ben.cookie }, { inject } = api) =>
  inject({ method: 'PUT', url: '/api/presence', headers: { ...SAME_SITE, ...headers }, payload });

const followAsAna = (to = api) => follow({ cookie: ana.cookie }, to);

const rows = (): Promise<{ tab: string; ticket_id: number; doing: string }[]> =>
  api.database.query('SELECT tab, ticket_id, doing FROM presence WHERE user_id = $1 ORDER BY seen_at, tab', [ben.id]);

const insert = (userId: number, tabAndTicket: string, from: string) =>
  api.database.query(
    `INSERT INTO presence (user_id, tab, ticket_id, doing, session)
     SELECT user_id, ${tabAndTicket}, 'reading', token_hash FROM ${from} WHERE user_id = $1`,
    [userId],
  );

const makeOlder = (interval: string) =>
  api.database.query(`UPDATE presence SET seen_at = seen_at - interval '${interval}'`);

/** Proving the identity again gives the session a new token. */
async function renewAndSignOut(): Promise<void> {
  await api.database.query(`UPDATE sessions SET token_hash = sha256('new') WHERE user_id = $1`, [ben.id]);
  expect(await rows()).toHaveLength(1);
  await api.database.query(`DELETE FROM sessions WHERE user_id = $1`, [ben.id]);
}

const theBen = (doing: string) => ({ id: ben.id, name: 'Person', doing });

describe('PUT /api/presence', () => {
  it('tells followers within half a second who reads, replies and leaves', async () => {
    const follower = await followAsAna();
    await follower.until('ready');
    expect(follower.messages[1]).toMatchObject({ event: 'presence', data: { complete: true } });

    for (const [payload, expected] of [
      [{ ticket_id: id }, [theBen('reading')]],
      [{ ticket_id: id, doing: 'replying' }, [theBen('replying')]],
      [{ ticket_id: other, doing: 'reading' }, []],
    ] as const) {
      const start = performance.now();
      expect((await put(payload)).statusCode).toBe(204);
      await eventually(() => JSON.stringify(follower.peopleIn(id)) === JSON.stringify(expected));
      expect(performance.now() - start).toBeLessThan(1500); // half a second, plus slack for a busy machine
    }
    expect(follower.peopleIn(other)).toEqual([theBen('reading')]);
    await put({ ticket_id: null });
    await eventually(() => follower.peopleIn(other).length === 0);
  });

  it('is known to a stream that opens later', async () => {
    await put({ ticket_id: id, doing: 'replying' });

    const follower = await followAsAna();

    await follower.until('presence');
    expect(follower.peopleIn(id)).toEqual([theBen('replying')]);
  });

  it('tells the followers of another process', async () => {
    const another = await startAnotherInstance(api, { PUBLIC_URL });
    try {
      const follower = await followAsAna(another);
      await follower.until('ready');
      await put({ ticket_id: id });

      await eventually(() => follower.peopleIn(id).length === 1);
    } finally {
      await another.close();
    }
  });

  it('forgets somebody who has not been heard of for 25 seconds', async () => {
    await put({ ticket_id: id });
    const follower = await followAsAna();
    await follower.until('presence');
    expect(follower.peopleIn(id)).toHaveLength(1);

    await makeOlder('24 s');
    await eventually(() => follower.peopleIn(id).length === 0);
  });

  it('says nothing when somebody is still there', async () => {
    await put({ ticket_id: id });
    const follower = await followAsAna();
    await follower.until('presence');

    await put({ ticket_id: id });
    await put({ ticket_id: other, tab: 'other' });
    await eventually(() => follower.peopleIn(other).length === 1);

    expect(follower.messages.filter(({ event }) => event === 'presence')).toHaveLength(2);
    expect(follower.text.split('\n').at(-3)).not.toContain(`"ticket_id":${id},`);
  });

  it('counts every tab: a person replies in a ticket as long as one of them does', async () => {
    await put({ ticket_id: id, tab: 'one', doing: 'replying' });
    await put({ ticket_id: id, tab: 'two' });
    const follower = await followAsAna();
    await follower.until('presence');
    expect(follower.peopleIn(id)).toEqual([theBen('replying')]);

    await put({ ticket_id: null, tab: 'one' });
    await eventually(() => JSON.stringify(follower.peopleIn(id)).includes('reading'));
  });

  it('keeps ten tabs of a person: the one that was seen first goes', async () => {
    for (let n = 0; n < 12; n++) await put({ ticket_id: id, tab: `tab-${n}` });

    expect((await rows()).map(({ tab }) => tab)).toEqual(Array.from({ length: 10 }, (_, n) => `tab-${n + 2}`));
  });

  it('limits how often a person says it', async () => {
    for (let n = 0; n < PRESENCE_PER_MINUTE; n++) expect((await put({ ticket_id: id })).statusCode).toBe(204);

    const response = await put({ ticket_id: id });

    expect(response.statusCode).toBe(429);
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
    expect((await put({ ticket_id: id }, { cookie: ana.cookie })).statusCode).toBe(204);
  });

  it('tells of at most 20 people of a ticket, those who reply first, and of 1,000 in all', async () => {
    for (let n = 0; n < 21; n++) {
      const { id: reader } = await aPerson(api.database);
      await insert(reader, `'tab', ${id}`, 'sessions');
    }
    await put({ ticket_id: id, doing: 'replying' });
    await insert(ana.id, `'tab-' || n, 1000000 + n`, 'sessions, generate_series(1, 1100) AS n');

    const follower = await followAsAna();
    await follower.until('presence');

    expect(follower.peopleIn(id)).toHaveLength(20);
    expect(follower.peopleIn(id)[0]).toEqual(theBen('replying'));
    const tickets = follower.messages.find(({ event }) => event === 'presence')?.data.tickets ?? [];
    expect(tickets).toHaveLength(1000 - 22 + 1);
  });

  it('deletes old rows while somebody follows', async () => {
    await put({ ticket_id: id });
    await makeOlder('11 minutes');

    await (await followAsAna()).until('ready');

    await eventually(async () => (await rows()).length === 0);
  });

  it.each([
    ['has proved anew who they are, and then signs out', renewAndSignOut],
    ['is deactivated', () => api.database.query(`UPDATE users SET state = 'deactivated' WHERE id = $1`, [ben.id])],
    [
      'signs out',
      () => api.inject({ method: 'DELETE', url: '/api/session', headers: { ...SAME_SITE, cookie: ben.cookie } }),
    ],
  ])('forgets somebody who %s', async (_what, leave) => {
    await put({ ticket_id: id });
    const follower = await followAsAna();
    await follower.until('presence');
    expect(follower.peopleIn(id)).toHaveLength(1);

    await leave();

    await eventually(() => follower.peopleIn(id).length === 0);
  });

  it('needs the permission to read tickets, and to write them for a reply', async () => {
    const viewer = await aPerson(api.database, { role: 'viewer' });

    expect((await put({ ticket_id: id }, {})).statusCode).toBe(401);
    expect((await put({ ticket_id: id }, await aToken(api.database, ben, ['stats:read']))).statusCode).toBe(403);
    expect((await put({ ticket_id: id }, { cookie: viewer.cookie })).statusCode).toBe(204);
    expect((await put({ ticket_id: id, doing: 'replying' }, { cookie: viewer.cookie })).statusCode).toBe(403);
  });

  it('does nothing for a token, which is not a person at a desk', async () => {
    const response = await put({ ticket_id: id }, await aToken(api.database, ben, ['tickets:read']));

    expect(response.statusCode).toBe(204);
    expect(await rows()).toEqual([]);
  });

  it('writes no ticket and no event', async () => {
    const state = () =>
      api.database.query<unknown[]>(
        'SELECT tickets.xmin::text, (SELECT count(*) FROM ticket_events) FROM tickets WHERE id = $1',
        [id],
      );
    const before = await state();
    await put({ ticket_id: id, doing: 'replying' });

    expect(await state()).toEqual(before);
  });

  it('refuses a ticket that does not exist', async () => {
    expect((await put({ ticket_id: 2_000_000_000 })).statusCode).toBe(404);
    expect(await rows()).toEqual([]);
  });

  it.each([
    {},
    { ticket_id: 'x' },
    { ticket_id: 1, doing: 'sleeping' },
    { ticket_id: 1, tab: 'a b' },
    { ticket_id: 1, tab: 'x'.repeat(65) },
  ])('refuses %j', async (payload) => {
    expect((await put(payload)).statusCode).toBe(400);
  });
});

it('does nothing in an open API, in which everybody is the same person', async () => {
  const open = await startTestApp({ ACCESS: 'open' });
  try {
    const response = await open.inject({ method: 'PUT', url: '/api/presence', payload: { ticket_id: 7 } });

    expect(response.statusCode).toBe(204);
  } finally {
    await open.close();
  }
});
