import { eventually } from '@docket/testing';
import { Webhook } from 'standardwebhooks';
import { aTicket } from '../../testing/a-ticket';
import { type SecondApp, startSecondApp } from '../../testing/second-app';
import { type TestApp, startTestApp } from '../../testing/test-app';
import { type WebhookReceiver, accept, refuse, startWebhookReceiver } from '../../testing/webhook-receiver';
import { LOCAL_ACTOR } from '../platform/context/actor';
import { TicketWriter } from '../tickets';
import type { DeliveryDto } from './api/delivery.dto';
import type { WebhookDto, WebhookSecretDto } from './api/webhook.dto';
import { WebhookSender } from './delivery/webhook-sender';
import { WebhookRetention } from './webhook-retention';

let receiver: WebhookReceiver;
let api: TestApp;
let second: SecondApp;
let writer: TicketWriter;
beforeAll(async () => {
  receiver = await startWebhookReceiver();
  api = await startTestApp({ WEBHOOK_PRIVATE: receiver.host, SECRET_KEY: 'k'.repeat(32) });
  second = await startSecondApp(api);
  writer = api.app.get(TicketWriter);
});
afterAll(async () => {
  await second.close();
  await api.close();
  await receiver.close();
});
beforeEach(async () => {
  receiver.answer = accept;
  await api.database.query('DELETE FROM webhooks'); // waits for the sender, so that it holds no lock that TRUNCATE wants
  await api.database.query('TRUNCATE tickets CASCADE');
  receiver.received.length = 0;
});

const ALL = ['ticket.created', 'ticket.changed', 'ticket.deleted', 'message.added', 'import.batch'];
const request = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path = '', payload?: object, headers = {}) =>
  api.inject({ method, url: `/api/webhooks${path}`, headers, ...(payload && { payload }) });
const add = async (fields: object = {}): Promise<WebhookSecretDto> => {
  const response = await request('POST', '', { name: 'ERP', url: receiver.url, types: ALL, ...fields });
  expect(response.statusCode).toBe(201);
  return response.json();
};
const read = async (id: number): Promise<WebhookDto> => (await request('GET', `/${id}`)).json();
const log = async (id: number, query = ''): Promise<DeliveryDto[]> =>
  (await request('GET', `/${id}/deliveries${query}`)).json();
const file = () => writer.create(LOCAL_ACTOR, aTicket({ title: 'A secret title' }));
/** Resolves when no running transaction, also of another database of the server, holds an event back. */
const settled = () =>
  eventually(async () => {
    const [{ isSettled }] = await api.database.query<[{ isSettled: boolean }]>(
      'SELECT bool_and(horizon <= pg_snapshot_xmin(pg_current_snapshot())) AS "isSettled" FROM ticket_events',
    );
    return isSettled;
  });
const received = (count: number) => eventually(() => receiver.received.length >= count);
/** Makes all waiting deliveries due, and wakes the sender. */
const passTime = async () => {
  await api.database.query(`UPDATE webhook_deliveries SET next_at = now() WHERE state = 'pending'`);
  api.app.get(WebhookSender).wake();
};
const bodies = () =>
  receiver.received.map(({ body }) => JSON.parse(body) as { type: string; data: Record<string, unknown> });

describe('a delivery', () => {
  it('tells what happened, signed, without any text of the ticket', async () => {
    const { secret } = await add();
    const { id } = await file();
    await received(1);
    await writer.update(LOCAL_ACTOR, id, { status: 'closed', title: 'Another secret' });
    await received(2);

    const [, changed] = receiver.received;
    const verified = new Webhook(secret).verify(changed?.body ?? '', changed?.headers as Record<string, string>);
    expect(verified).toMatchObject({
      type: 'ticket.changed',
      data: { ticket_id: id, version: 2, actor: { kind: 'local' }, change: { status: ['open', 'closed'], title: [] } },
    });
    expect(receiver.received.map(({ body }) => body).join()).not.toContain('secret');
  });

  it('has the types that the webhook wants', async () => {
    await add({ types: ['ticket.deleted'] });
    const { id } = await file();
    await api.database.query('DELETE FROM tickets WHERE id = $1', [id]);
    await received(1);

    expect(bodies()).toMatchObject([{ type: 'ticket.deleted', data: { ticket_id: id, version: null } }]);
  });

  it('names the tickets of an import', async () => {
    await add();
    await writer.createMany(LOCAL_ACTOR, [aTicket(), aTicket()]);
    await received(1);

    expect(bodies()).toMatchObject([
      { type: 'import.batch', data: { ticket_ids: [expect.any(Number), expect.any(Number)] } },
    ]);
  });

  it('is sent once by several processes', async () => {
    const { id } = await add();
    for (let n = 0; n < 30; n++) await file();
    second.app.get(WebhookSender).wake();
    await eventually(async () => (await log(id, '?state=sent')).length === 30);

    expect(receiver.received).toHaveLength(30);
    expect(new Set(receiver.received.map((one) => one.id)).size).toBe(30);
  });

  it('keeps the order of the changes of a ticket', async () => {
    await add({ types: ['ticket.changed'] });
    const { id } = await file();
    for (const priority of ['low', 'medium', 'high', 'critical', 'low', 'medium', 'high', 'critical'] as const) {
      await writer.update(LOCAL_ACTOR, id, { priority });
    }
    await received(7);

    const events = bodies().map(({ data }) => Number(data['event_id']));
    expect(events).toEqual(events.toSorted((one, other) => one - other));
  });
});

describe('a delivery that fails', () => {
  it('is tried again under its id, and the log shows each try', async () => {
    receiver.answer = refuse(500, {}, 'out of order');
    const { id } = await add();
    await file();
    await received(1);
    await eventually(async () => (await log(id))[0]?.attempts.length === 1);
    receiver.answer = accept;
    await passTime();
    await eventually(async () => (await log(id))[0]?.state === 'sent');

    expect(new Set(receiver.received.map((one) => one.id)).size).toBe(1);
    const traces = receiver.received.map(({ headers }) => String(headers['traceparent']).split('-'));
    expect(traces.map(([, trace]) => trace)).toEqual(receiver.received.map((one) => one.id.replaceAll('-', '')));
    expect(traces[0]?.[2]).not.toBe(traces[1]?.[2]);
    const [delivery] = await log(id);
    expect(delivery?.attempts.map(({ status }) => status)).toEqual([204, 500]);
    expect(delivery?.attempts[1]?.answer).toBe('out of order');
    expect(await read(id)).not.toHaveProperty('failing_since');
  });

  it('waits as long as the receiver asks', async () => {
    receiver.answer = refuse(503, { 'retry-after': '3600' });
    const { id } = await add();
    await file();
    await eventually(async () => (await log(id))[0]?.attempts.length === 1);

    const wait = Date.parse((await log(id))[0]?.next_at ?? '') - Date.now();
    expect(wait).toBeGreaterThan(3_500_000);
  });

  it('is dead after ten tries', async () => {
    receiver.answer = refuse(500);
    const { id } = await add();
    await file();
    await received(1);
    await eventually(async () => (await log(id))[0]?.attempts.length === 1);
    await api.database.query(`UPDATE webhook_deliveries SET tries = 9`);
    await passTime();

    await eventually(async () => (await log(id))[0]?.state === 'dead');
  });

  it('follows no redirect', async () => {
    receiver.answer = refuse(302, { location: `http://${receiver.host}/elsewhere` });
    const { id } = await add();
    await file();
    await eventually(async () => (await log(id))[0]?.attempts.length === 1);

    expect((await log(id))[0]?.attempts[0]?.status).toBe(302);
    expect(receiver.received).toHaveLength(1);
  });

  it('leaves room for the deliveries of other webhooks', async () => {
    await add({ name: 'Slow' });
    const { id } = await add({ name: 'Quick', url: `${receiver.url}/quick` });
    const waiting: (() => void)[] = [];
    const slow = new Set<string>();
    receiver.answer = (response, delivery) => {
      slow.add(delivery.id);
      waiting.push(() => accept(response));
    };
    await api.database.query(`UPDATE webhooks SET state = 'off', off_reason = 'person' WHERE id = $1`, [id]);
    for (let n = 0; n < 30; n++) await file();
    await received(5);
    receiver.answer = accept;
    await request('PATCH', `/${id}`, { is_on: true });
    await passTime();
    await eventually(async () => (await log(id, '?state=sent')).length === 30);

    expect(slow.size).toBeLessThanOrEqual(5);
    for (const end of waiting) end();
  });

  it('is sent again if its sender died', async () => {
    const { id } = await add();
    receiver.answer = refuse(500);
    await file();
    await eventually(async () => (await log(id))[0]?.attempts.length === 1);
    receiver.answer = accept;
    await api.database.query(
      `UPDATE webhook_deliveries SET next_at = now(), leased_until = now() - interval '1 second'`,
    );
    api.app.get(WebhookSender).wake();

    await eventually(async () => (await log(id))[0]?.state === 'sent');
  });
});

describe('a webhook', () => {
  it('is off after an answer 410, and tells why', async () => {
    receiver.answer = refuse(410);
    const { id } = await add();
    await file();

    await eventually(async () => (await read(id)).state === 'off');
    expect(await read(id)).toMatchObject({ off_reason: 'gone' });
  });

  it('is failing after 6 hours without a success, and off after 5 days', async () => {
    receiver.answer = refuse(500);
    const { id } = await add();
    await file();
    await eventually(async () => (await read(id)).failing_since !== undefined);
    await api.database.query(`UPDATE webhooks SET failing_since = now() - interval '7 hours'`);
    await passTime();
    await eventually(async () => (await read(id)).state === 'failing');
    await api.database.query(`UPDATE webhooks SET failing_since = now() - interval '6 days'`);
    await passTime();

    await eventually(async () => (await read(id)).off_reason === 'failing');
  });

  it('that is off misses nothing once it is on again', async () => {
    const { id } = await add();
    await request('PATCH', `/${id}`, { is_on: false });
    await file();
    await request('PATCH', `/${id}`, { is_on: true });
    api.app.get(WebhookSender).wake();

    await received(1);
  });

  it('signs with both secrets for a day after a rotation', async () => {
    const { id, secret } = await add();
    const { secret: newer } = (await request('POST', `/${id}/rotate`)).json<WebhookSecretDto>();
    await file();
    await received(1);
    const [{ body = '', headers = {} } = {}] = receiver.received;

    expect(newer).not.toBe(secret);
    for (const one of [secret, newer]) {
      expect(() => new Webhook(one).verify(body, headers as Record<string, string>)).not.toThrow();
    }
    await api.database.query(`UPDATE webhooks SET rotated_at = now() - interval '25 hours'`);
    await file();
    await received(2);
    const later = receiver.received[1];
    expect(() => new Webhook(secret).verify(later?.body ?? '', later?.headers as Record<string, string>)).toThrow();
  });

  it('sends a test', async () => {
    const { id } = await add({ types: ['ticket.deleted'] });
    const response = await request('POST', `/${id}/test`);
    await received(1);

    expect(response.statusCode).toBe(202);
    expect(bodies()).toMatchObject([{ type: 'webhook.test', data: { webhook_id: id } }]);
  });

  it('sends a delivery again when asked', async () => {
    const { id } = await add();
    await file();
    await eventually(async () => (await log(id, '?state=sent')).length === 1);
    const [delivery] = await log(id);
    const response = await request('POST', `/${id}/deliveries/${delivery?.id}/redeliver`);
    await received(2);

    expect(response.statusCode).toBe(202);
    expect(receiver.received[1]).toMatchObject({ id: delivery?.id, body: delivery?.body });
  });

  it('delivers all events since a time again, under their ids', async () => {
    await file();
    await settled(); // or the new webhook would be told about it
    const { id } = await add();
    await file();
    await eventually(async () => (await log(id, '?state=sent')).length === 1);
    const response = await request('POST', `/${id}/replay`, { since: '2020-01-01T00:00:00Z' });
    await eventually(async () => (await log(id, '?state=sent')).length === 2 && receiver.received.length === 3);

    expect(response.statusCode).toBe(202);
    expect(new Set(receiver.received.map((one) => one.id)).size).toBe(2);
  });

  it('skips nothing that it has not been told yet', async () => {
    const { id } = await add();
    await request('PATCH', `/${id}`, { is_on: false });
    await file();
    await file();
    await api.database.query(`UPDATE webhooks SET state = 'on', off_reason = NULL`);
    await request('POST', `/${id}/replay`, { since: '2100-01-01T00:00:00Z' });

    await received(2);
  });

  it('refuses tests and replays while it is off', async () => {
    const { id } = await add();
    await request('PATCH', `/${id}`, { is_on: false });

    for (const [path, payload] of [['test'], ['replay', { since: '2020-01-01T00:00:00Z' }]] as const) {
      const response = await request('POST', `/${id}/${path}`, payload);
      expect([response.statusCode, response.json<{ type: string }>().type]).toEqual([409, '/problems/webhook-off']);
    }
  });

  it.each([
    ['no address', 'erp', 'must be an address'],
    ['plain HTTP', 'http://example.com/hook', 'must begin with https://'],
    ['plain HTTP on another port of an allowed host', 'http://127.0.0.1:1/hook', 'must begin with https://'],
    ['a password', 'https://a:b@example.com/', 'must not have a user or a password'],
    ['a fragment', 'https://example.com/#a', 'must not have a fragment'],
    ['another scheme', 'file:///etc/passwd', 'must begin with https://'],
  ])('is refused with %s', async (_, url, detail) => {
    const response = await request('POST', '', { name: 'ERP', url, types: ALL });

    expect(response.statusCode).toBe(400);
    expect(response.body).toContain(detail);
  });

  it('is changed by the version that was read', async () => {
    const { id } = await add();
    const headers = { 'if-match': `"${id}-1"` };

    expect((await request('PATCH', `/${id}`, { name: 'CRM' }, headers)).json()).toMatchObject({
      name: 'CRM',
      version: 2,
    });
    expect((await request('PATCH', `/${id}`, { name: 'ERP' }, headers)).statusCode).toBe(412);
  });

  it('goes with its log', async () => {
    const { id } = await add();
    await file();
    await received(1);

    expect((await request('DELETE', `/${id}`)).statusCode).toBe(204);
    expect((await request('DELETE', `/${id}`)).statusCode).toBe(404);
    expect(await api.database.query('SELECT FROM webhook_deliveries')).toEqual([]);
  });

  it('is one of 20 at most', async () => {
    await api.database.query(
      `INSERT INTO webhooks (name, url, types, state, off_reason, epoch, horizon, event_id)
       SELECT 'ERP', 'https://example.com', '{ticket.created}', 'off', 'person', 1, '1', 1 FROM generate_series(1, 20)`,
    );
    const response = await request('POST', '', { name: 'ERP', url: receiver.url, types: ALL });

    expect([response.statusCode, response.json<{ type: string }>().type]).toEqual([409, '/problems/too-many-webhooks']);
  });
});

it('reads a delivery of a webhook, and none of another one', async () => {
  const { id } = await add();
  const { id: other } = await add({ name: 'CRM' });
  const { id: delivery } = (await request('POST', `/${id}/test`)).json<DeliveryDto>();
  const one = async (webhook: number) => request('GET', `/${webhook}/deliveries/${delivery}`);
  await eventually(async () => (await one(id)).json<DeliveryDto>().state === 'sent');

  expect((await one(id)).json()).toMatchObject({ id: delivery, tries: 1, attempts: [{ status: 204 }] });
  expect((await one(other)).statusCode).toBe(404);
  expect((await request('GET', `/${id}/deliveries/3`)).statusCode).toBe(400);
});

it('pages through the log', async () => {
  const { id } = await add();
  await api.database.query(
    `INSERT INTO webhook_deliveries (id, webhook_id, type, body, state)
     SELECT gen_random_uuid(), $1, 'webhook.test', '{}', 'sent' FROM generate_series(1, 120)`,
    [id],
  );
  const seen: string[] = [];
  for (let url: string | undefined = `/api/webhooks/${id}/deliveries?state=sent`; url;) {
    const page = await api.inject({ method: 'GET', url });
    seen.push(...page.json<DeliveryDto[]>().map((delivery) => delivery.id));
    url = /<([^<>]*)>/.exec(String(page.headers.link))?.[1];
  }

  expect(new Set(seen).size).toBe(120);
  expect(seen).toHaveLength(120);
});

it('forgets deliveries after 30 days', async () => {
  const { id } = await add();
  await file();
  await eventually(async () => (await log(id, '?state=sent')).length === 1);
  await api.database.query(`UPDATE webhook_deliveries SET created_at = now() - interval '31 days'`);

  await api.app.get(WebhookRetention).run();

  expect(await api.database.query('SELECT FROM webhook_attempts')).toEqual([]);
});
