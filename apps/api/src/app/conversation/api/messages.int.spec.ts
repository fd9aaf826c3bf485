import { randomUUID } from 'node:crypto';
import { PUBLIC_URL, SAME_SITE, type TestPerson, aPerson, aToken } from '../../../testing/people';
import { aTicket } from '../../../testing/a-ticket';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Ticket } from '../../tickets/model/ticket.entity';
import type { SentMessageDto } from './send-message.dto';
import type { TimelineEntryDto } from './timeline-entry.dto';

let api: TestApp;
let ana: TestPerson;
let ben: TestPerson;
beforeAll(async () => {
  api = await startTestApp({ PUBLIC_URL });
  ana = await aPerson(api.database);
  ben = await aPerson(api.database);
});
afterAll(() => api.close());

let id: number;
beforeEach(async () => {
  ({ id } = await api.database.getRepository(Ticket).save(aTicket()));
});

const send = (payload: object, { cookie }: Pick<TestPerson, 'cookie'> = ana, ticketId = id) =>
  api.inject({
    method: 'POST',
    url: `/api/tickets/${ticketId}/messages`,
    headers: { ...SAME_SITE, cookie },
    payload: { visibility: 'public', body: 'Hello Nora', ...payload },
  });

const timeline = async () =>
  (
    await api.inject({
      method: 'GET',
      url: `/api/tickets/${id}/timeline`,
      headers: { cookie: ana.cookie, host: SAME_SITE.host },
    })
  ).json<TimelineEntryDto[]>();

const bodies = async () => (await timeline()).flatMap(({ message }) => message?.body ?? []);

const newestId = async () => (await timeline())[0]?.id ?? 0;

describe('POST /api/tickets/{id}/messages', () => {
  it.each(['public', 'internal'] as const)('adds a message that is %s, by its author', async (visibility) => {
    const response = await send({ visibility });

    expect(response.statusCode).toBe(201);
    const { entry, ticket } = response.json<SentMessageDto>();
    expect(entry).toMatchObject({
      kind: 'message.added',
      actor: { kind: 'human', id: ana.id, name: 'Person', verified: true },
      message: { visibility, body: 'Hello Nora' },
    });
    expect(ticket).toMatchObject({ id, status: 'open' });
    expect((await timeline())[0]).toEqual(entry);
  });

  it('changes the status in the same transaction, by the same person', async () => {
    const { ticket } = (await send({ status: 'resolved' })).json<SentMessageDto>();

    expect(ticket.status).toBe('resolved');
    expect((await timeline()).slice(0, 2)).toMatchObject([
      { kind: 'ticket.changed', actor: { id: ana.id }, change: { status: ['open', 'resolved'] } },
      { kind: 'message.added', actor: { id: ana.id } },
    ]);
  });

  it('stores the body exactly', async () => {
    const body = '  <b>שלום</b>\r\n👩‍👩‍👧 \u202eabc\u202c \t ';
    await send({ body });

    expect(await bodies()).toEqual([body]);
  });

  it('accepts 100,000 emoji', async () => {
    expect((await send({ body: '🔥'.repeat(100_000) })).statusCode).toBe(201);
  });

  it.each([
    ['another visibility', { visibility: 'secret' }, '/visibility'],
    ['no visibility', { visibility: undefined }, '/visibility'],
    ['a blank body', { body: ' \u200b\n' }, '/body'],
    ['a body of 100,001 characters', { body: 'x'.repeat(100_001) }, '/body'],
    ['a NUL in the body', { body: 'a\0' }, '/body'],
    ['an unknown status', { status: 'done' }, '/status'],
    ['a short client key', { client_key: 'abc' }, '/client_key'],
    ['a client key with other characters', { client_key: 'abcdefgh\n' }, '/client_key'],
    ['a negative event', { seen_event_id: -1 }, '/seen_event_id'],
    ['an event that is no number', { seen_event_id: '7' }, '/seen_event_id'],
    ['an event beyond all ids', { seen_event_id: 10 ** 15 }, '/seen_event_id'],
  ])('rejects %s', async (_case, change, pointer) => {
    const response = await send(change);

    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ errors: [{ pointer }] });
    expect(await bodies()).toEqual([]);
  });

  it('responds 404 to a ticket that does not exist, or was deleted', async () => {
    await api.database.query('DELETE FROM tickets WHERE id = $1', [id]);

    expect((await send({})).statusCode).toBe(404);
    expect((await send({}, ana, 2_147_483_647)).statusCode).toBe(404);
  });

  it('needs the permission to change tickets', async () => {
    const viewer = await aPerson(api.database, { role: 'viewer' });
    const headers = await aToken(api.database, ana, ['tickets:read']);

    expect((await send({}, viewer)).statusCode).toBe(403);
    const response = await api.inject({
      method: 'POST',
      url: `/api/tickets/${id}/messages`,
      headers: { ...headers, host: SAME_SITE.host },
      payload: { visibility: 'public', body: 'Hello' },
    });
    expect(response.statusCode).toBe(403);
    expect(await bodies()).toEqual([]);
  });

  it('names a program by its owner', async () => {
    const headers = await aToken(api.database, ben, ['tickets:write', 'tickets:read']);
    await api.inject({
      method: 'POST',
      url: `/api/tickets/${id}/messages`,
      headers: { ...headers, host: SAME_SITE.host },
      payload: { visibility: 'internal', body: 'From a script' },
    });

    expect((await timeline())[0]).toMatchObject({ actor: { kind: 'api', id: ben.id, verified: true } });
  });

  describe('with a client key', () => {
    it('stores one message for 50 requests at once', async () => {
      const client_key = randomUUID();
      const responses = await Promise.all(Array.from({ length: 50 }, () => send({ client_key, status: 'resolved' })));

      const statuses = responses.map(({ statusCode }) => statusCode).sort();
      expect(statuses).toEqual([...Array<number>(49).fill(200), 201]);
      expect(new Set(responses.map((response) => response.json<SentMessageDto>().entry.id)).size).toBe(1);
      expect(await bodies()).toEqual(['Hello Nora']);
    });

    it('returns the first message, even if there is a newer reply', async () => {
      const message = { client_key: randomUUID(), seen_event_id: await newestId() };
      const first = await send(message);
      await send({ body: 'Another' }, ben);

      const again = await send({ ...message, body: 'Changed' });

      expect(again.statusCode).toBe(200);
      expect(again.json<SentMessageDto>().entry).toEqual(first.json<SentMessageDto>().entry);
    });

    it('rejects the key of another author, without their message', async () => {
      const client_key = randomUUID();
      await send({ client_key, body: 'A note of Ana' });

      const response = await send({ client_key }, ben);

      expect(response.statusCode).toBe(409);
      expect(response.json()).toMatchObject({ type: '/problems/client-key-used' });
      expect(response.body).not.toContain('Ana');
    });

    it('allows the same key in another ticket', async () => {
      const client_key = randomUUID();
      const { id: other } = await api.database.getRepository(Ticket).save(aTicket());

      expect((await send({ client_key })).statusCode).toBe(201);
      expect((await send({ client_key }, ana, other)).statusCode).toBe(201);
    });
  });

  describe('with the newest event that the author has seen', () => {
    it('rejects a reply if there is a newer one, and shows it', async () => {
      const seen_event_id = await newestId();
      await send({ body: 'A note', visibility: 'internal' }, ben);
      await send({ body: 'Newer reply', status: 'in_progress' }, ben);

      const response = await send({ seen_event_id, status: 'resolved', client_key: randomUUID() });

      expect(response.statusCode).toBe(409);
      expect(response.json()).toMatchObject({
        type: '/problems/newer-activity',
        entries: [
          { change: { status: ['open', 'in_progress'] }, actor: { id: ben.id } },
          { message: { body: 'Newer reply', visibility: 'public' }, actor: { id: ben.id } },
        ],
      });
      expect(response.json<{ entries: unknown[] }>().entries).toHaveLength(2);
      expect(await bodies()).toEqual(['Newer reply', 'A note']);
      expect(await api.database.getRepository(Ticket).findOneBy({ id })).toMatchObject({ status: 'in_progress' });
    });

    it('rejects a status that would take back what somebody else has set, and shows it', async () => {
      const seen_event_id = await newestId();
      await send({ body: 'Done', visibility: 'internal', status: 'resolved' }, ben);

      for (const visibility of ['public', 'internal']) {
        const response = await send({ seen_event_id, visibility, status: 'in_progress' });
        expect([response.statusCode, response.json()]).toMatchObject([
          409,
          {
            detail: expect.stringContaining('status') as string,
            entries: [{ change: { status: ['open', 'resolved'] } }],
          },
        ]);
      }
      expect((await send({ seen_event_id: await newestId(), status: 'in_progress' })).statusCode).toBe(201);
    });

    it('allows the same status, no status, and another one than the author has set', async () => {
      const seen_event_id = await newestId();
      await send({ body: 'Done', visibility: 'internal', status: 'resolved' }, ben);
      expect((await send({ seen_event_id, visibility: 'internal', status: 'resolved' })).statusCode).toBe(201);
      expect((await send({ seen_event_id, visibility: 'internal' })).statusCode).toBe(201);

      await send({ body: 'Back', visibility: 'internal', status: 'open' });
      expect((await send({ seen_event_id, visibility: 'internal', status: 'closed' })).statusCode).toBe(201);
    });

    it('shows the newest replies that fit on a page', async () => {
      for (const first of ['a', 'b', 'c']) await send({ body: first + '🔥'.repeat(99_999) }, ben);

      const response = await send({ seen_event_id: 0 });

      const { entries } = response.json<{ entries: TimelineEntryDto[] }>();
      expect(entries.map(({ message }) => message?.body[0])).toEqual(['c', 'b']);
    });

    it('accepts the reply once the author has seen the newest one', async () => {
      await send({}, ben);

      expect((await send({ seen_event_id: await newestId() })).statusCode).toBe(201);
    });

    it('accepts a note in any case', async () => {
      await send({}, ben);

      expect((await send({ visibility: 'internal', seen_event_id: 0 })).statusCode).toBe(201);
    });

    it('lets one of two replies at the same time pass', async () => {
      const seen_event_id = await newestId();
      const responses = await Promise.all([send({ seen_event_id }), send({ seen_event_id }, ben)]);

      expect(responses.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
    });
  });
});

describe('a message', () => {
  it('never changes', async () => {
    await send({});

    await expect(api.database.query(`UPDATE messages SET visibility = 'public'`)).rejects.toMatchObject({
      code: '23001',
    });
  });

  it('leaves no word in the log', async () => {
    const { Logger } = await import('@nestjs/common');
    const lines = ['log', 'debug', 'warn', 'error', 'verbose'].map((level) =>
      jest.spyOn(Logger.prototype, level as 'log').mockImplementation(),
    );

    await send({ body: 'A very secret word', visibility: 'internal' });

    expect(JSON.stringify(lines.map(({ mock }) => mock.calls))).toMatch(/Message added/);
    expect(JSON.stringify(lines.map(({ mock }) => mock.calls))).not.toContain('secret');
    jest.restoreAllMocks();
  });
});
