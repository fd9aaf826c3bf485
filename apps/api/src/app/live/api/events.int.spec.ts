import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '@docket/testing';
import { startAnotherInstance } from '../../../testing/another-instance';
import { aTicket } from '../../../testing/a-ticket';
import { type Follower, endStreams, follow as followStream } from '../../../testing/follower';
import { PUBLIC_URL, SAME_SITE, type TestPerson, aPerson, aToken } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Ticket } from '../../tickets/model/ticket.entity';

let api: TestApp;
let ana: TestPerson;
beforeAll(async () => {
  api = await startTestApp({ PUBLIC_URL });
  ana = await aPerson(api.database);
});
afterAll(() => api.close());

afterEach(endStreams);

const follow = (headers: Record<string, string> = { cookie: ana.cookie }, to = api) => followStream(headers, to);

const file = async () => (await api.database.getRepository(Ticket).save(aTicket())).id;

const sql = (text: string, id: number) => api.database.query<unknown>(text, [id]);

const request = (method: 'DELETE', url: string, cookie: string) =>
  api.inject({ method, url, headers: { ...SAME_SITE, cookie } });

const patch = (id: number, payload: object) =>
  api.inject({ method: 'PATCH', url: `/api/tickets/${id}`, headers: { ...SAME_SITE, cookie: ana.cookie }, payload });

describe('GET /api/events', () => {
  it('tells of changes by the API at once, without their text', async () => {
    const id = await file();
    const follower = await follow();
    await follower.until('ready');

    await patch(id, { status: 'closed', title: 'A secret title', tags: ['vip'] });
    await api.inject({
      method: 'POST',
      url: `/api/tickets/${id}/messages`,
      headers: { ...SAME_SITE, cookie: ana.cookie },
      payload: { visibility: 'internal', body: 'A secret note' },
    });
    await eventually(() => follower.changesOf(id).length >= 2);

    const [changed, added] = follower.changesOf(id);
    expect({ ...changed, fields: changed?.fields?.toSorted() }).toMatchObject({
      kind: 'ticket.changed',
      fields: ['status', 'tags', 'title'],
      actor: { kind: 'human', id: ana.id },
    });
    expect(added).toMatchObject({ kind: 'message.added', fields: [], actor: { kind: 'human' } });
    expect(follower.text).not.toContain('secret');
  });

  it('is a stream that no proxy keeps or buffers', async () => {
    const { status, headers } = await follow();

    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    expect(headers['content-type']).toMatch(/^text\/event-stream/);
  });

  it('tells of changes by SQL with the next poll', async () => {
    const id = await file();
    const follower = await follow();
    await follower.until('ready');
    await api.database.query(`UPDATE tickets SET priority = 'critical' WHERE id = $1`, [id]);

    await eventually(() => follower.changesOf(id).length === 1);
  });

  it('resumes after the last event, without missing one', async () => {
    const id = await file();
    const first = await follow();
    await first.until('ready');
    await patch(id, { status: 'closed' });
    await eventually(() => first.changesOf(id).length === 1);
    const last = first.messages.findLast(({ id }) => id)?.id ?? '';
    endStreams();
    await patch(id, { status: 'open' });
    await patch(id, { priority: 'low' });

    const second = await follow({ cookie: ana.cookie, 'last-event-id': last });

    await eventually(() => second.changesOf(id).length >= 2);
    expect(second.changesOf(id).map(({ fields }) => fields)).toEqual(
      expect.arrayContaining([['status'], ['priority']]),
    );
    expect(second.messages.some(({ event }) => event === 'reset')).toBe(false);
  });

  it.each([
    ['of another epoch', () => '1.1.1'],
    ['that is too old', (current: string) => current.replace(/\.\d+\.\d+$/, '.1.1')],
    ['of a transaction that has not been', (current: string) => current.replace(/\.\d+\.\d+$/, '.999999999.1')],
  ])('resets a reader with a position %s', async (_case, change) => {
    await api.database.query(
      `INSERT INTO messages (ticket_id, visibility, author_kind, body)
       SELECT $1, 'public', 'local', 'Text' FROM generate_series(1, 1001)`,
      [await file()],
    );
    const first = await follow();
    await first.until('ready');

    const second = await follow({ cookie: ana.cookie, 'last-event-id': change(first.messages[0]?.id ?? '') });

    await second.until('reset');
    expect(second.messages.slice(0, 3).map(({ event }) => event)).toEqual(['ready', 'presence', 'reset']);
  });

  it.each(['abc', '1.2', '99999999999999999999.1.1', "1.1.1'--"])('ignores %p as a position', async (position) => {
    const follower = await follow({ cookie: ana.cookie, 'last-event-id': position });

    await follower.until('ready');
    expect(follower.messages.some(({ event }) => event === 'reset')).toBe(false);
  });

  it('needs the permission to read tickets', async () => {
    expect((await follow({})).status).toBe(401);
    expect((await follow(await aToken(api.database, ana, ['stats:read']))).status).toBe(403);
  });

  it.each([
    ['a sign-out', ({ cookie }: TestPerson) => request('DELETE', '/api/session', cookie)],
    ['the end of the session', ({ id }: TestPerson) => sql('DELETE FROM sessions WHERE user_id = $1', id)],
    ['a deactivation', ({ id }: TestPerson) => sql(`UPDATE users SET state = 'deactivated' WHERE id = $1`, id)],
    ['another role', ({ id }: TestPerson) => sql(`UPDATE users SET role = 'viewer' WHERE id = $1`, id)],
  ])('ends within five seconds of %s, and only for that person', async (_what, end) => {
    const person = await aPerson(api.database);
    const others = await follow();
    const follower = await follow({ cookie: person.cookie });
    await follower.until('ready');
    const start = performance.now();

    await end(person);

    await eventually(() => follower.hasEnded);
    expect(performance.now() - start).toBeLessThan(5500);
    expect(others.hasEnded).toBe(false);
  });

  it('ends with its token', async () => {
    const follower = await follow(await aToken(api.database, ana, ['tickets:read']));
    await follower.until('ready');

    await sql('UPDATE tokens SET revoked_at = now() WHERE user_id = $1', ana.id);

    await eventually(() => follower.hasEnded);
  });

  it('checks all readers with one query for people and one for programs', async () => {
    const token = await aToken(api.database, ana, ['tickets:read']);
    const followers: Follower[] = [];
    for (let n = 0; n < 25; n++) {
      followers.push(await follow({ cookie: (await aPerson(api.database)).cookie }));
      followers.push(await follow(token));
    }
    const query = jest.spyOn(api.database.manager, 'query');
    const checks = (table: string) => query.mock.calls.filter(([text]) => text.includes(`FROM ${table} JOIN users`));

    await eventually(() => checks('sessions').length > 0 && checks('tokens').length > 0);
    await sleep(1000); // any further check of the same round would run within this time

    expect([checks('sessions').length, checks('tokens').length]).toEqual([1, 1]);
    expect(followers.some(({ hasEnded }) => hasEnded)).toBe(false);
    query.mockRestore();
  });

  it('has at most a hundred readers with one account, and takes none from others', async () => {
    const person = await aPerson(api.database);
    const token = await aToken(api.database, person, ['tickets:read']);
    const followers: Follower[] = [];
    for (let n = 0; n < 50; n++) followers.push(await follow({ cookie: person.cookie }), await follow(token));

    expect(followers.every(({ status }) => status === 200)).toBe(true);
    expect((await follow({ cookie: person.cookie })).status).toBe(503);
    expect((await follow(token)).status).toBe(503);
    expect((await follow()).status).toBe(200);

    endStreams();
    await eventually(async () => (await follow({ cookie: person.cookie })).status === 200);
  });

  it('tells of changes by another process', async () => {
    const another = await startAnotherInstance(api, { PUBLIC_URL });
    try {
      const id = await file();
      const follower = await follow({ cookie: ana.cookie }, another);
      await follower.until('ready');
      await patch(id, { status: 'resolved' });

      await eventually(() => follower.changesOf(id).length >= 1);
    } finally {
      await another.close();
    }
  });

  it('ends when the server stops, in less time than a stream would take', async () => {
    const stopping = await startTestApp({ PUBLIC_URL });
    const { cookie } = await aPerson(stopping.database);
    const followers: Follower[] = [];
    for (let n = 0; n < 20; n++) followers.push(await follow({ cookie }, stopping));
    await followers[0]?.until('ready');

    await stopping.close();

    await eventually(() => followers.every(({ hasEnded }) => hasEnded));
  });
});
