import { eventually } from '@docket/testing';
import { Webhook } from 'standardwebhooks';
import { ALL_TYPES, useWebhookDesk } from '../../testing/webhook-desk';
import { refuse } from '../../testing/webhook-receiver';
import type { DeliveryDto } from './api/delivery.dto';
import type { WebhookSecretDto } from './api/webhook.dto';
import { WebhookSender } from './delivery/webhook-sender';
import { WebhookRetention } from './webhook-retention';

const desk = useWebhookDesk();

describe('a webhook', () => {
  it('is off after an answer 410, and tells why', async () => {
    desk.receiver.answer = refuse(410);
    const { id } = await desk.add();
    await desk.file();

    await eventually(async () => (await desk.read(id)).state === 'off');
    expect(await desk.read(id)).toMatchObject({ off_reason: 'gone' });
  });

  it('is failing after 6 hours without a success, and off after 5 days', async () => {
    desk.receiver.answer = refuse(500);
    const { id } = await desk.add();
    await desk.file();
    await eventually(async () => (await desk.read(id)).failing_since !== undefined);
    await desk.query(`UPDATE webhooks SET failing_since = now() - interval '7 hours'`);
    await desk.passTime();
    await eventually(async () => (await desk.read(id)).state === 'failing');
    await desk.query(`UPDATE webhooks SET failing_since = now() - interval '6 days'`);
    await desk.passTime();

    await eventually(async () => (await desk.read(id)).off_reason === 'failing');
  });

  it('that is off misses nothing once it is on again', async () => {
    const { id } = await desk.add();
    await desk.request('PATCH', `/${id}`, { is_on: false });
    await desk.file();
    const wake = jest.spyOn(desk.api.app.get(WebhookSender), 'wake');
    await desk.request('PATCH', `/${id}`, { is_on: true });

    expect(wake).toHaveBeenCalled(); // immediately, before the next poll
    wake.mockRestore();
    await desk.received(1);
  });

  it('signs with both secrets for a day after a rotation', async () => {
    const { id, secret } = await desk.add();
    const { secret: newer } = (await desk.request('POST', `/${id}/rotate`)).json<WebhookSecretDto>();
    await desk.file();
    await desk.received(1);
    const [{ body = '', headers = {} } = {}] = desk.receiver.received;

    expect(newer).not.toBe(secret);
    for (const one of [secret, newer]) {
      expect(() => new Webhook(one).verify(body, headers as Record<string, string>)).not.toThrow();
    }
    await desk.query(`UPDATE webhooks SET rotated_at = now() - interval '25 hours'`);
    await desk.file();
    await desk.received(2);
    const later = desk.receiver.received[1];
    expect(() => new Webhook(secret).verify(later?.body ?? '', later?.headers as Record<string, string>)).toThrow();
  });

  it('sends a test', async () => {
    const { id } = await desk.add({ types: ['ticket.deleted'] });
    const response = await desk.request('POST', `/${id}/test`);
    await desk.received(1);

    expect(response.statusCode).toBe(202);
    expect(desk.bodies()).toMatchObject([{ type: 'webhook.test', data: { webhook_id: id } }]);
  });

  it('sends a delivery again when asked', async () => {
    const { id } = await desk.add();
    await desk.file();
    await eventually(async () => (await desk.log(id, '?state=sent')).length === 1);
    const [delivery] = await desk.log(id);
    const response = await desk.request('POST', `/${id}/deliveries/${delivery?.id}/redeliver`);
    await desk.received(2);

    expect(response.statusCode).toBe(202);
    expect(desk.receiver.received[1]).toMatchObject({ id: delivery?.id, body: delivery?.body });
  });

  it('delivers all events since a time again, under their ids', async () => {
    await desk.file();
    await desk.settled(); // otherwise the new webhook would also get earlier events
    const { id } = await desk.add();
    await desk.file();
    await eventually(async () => (await desk.log(id, '?state=sent')).length === 1);
    const response = await desk.request('POST', `/${id}/replay`, { since: '2020-01-01T00:00:00Z' });
    await eventually(
      async () => (await desk.log(id, '?state=sent')).length === 2 && desk.receiver.received.length === 3,
    );

    expect(response.statusCode).toBe(202);
    expect(new Set(desk.receiver.received.map((one) => one.id)).size).toBe(2);
  });

  it('skips nothing that it has not been told yet', async () => {
    const { id } = await desk.add();
    await desk.request('PATCH', `/${id}`, { is_on: false });
    await desk.file();
    await desk.file();
    await desk.query(`UPDATE webhooks SET state = 'on', off_reason = NULL`);
    await desk.request('POST', `/${id}/replay`, { since: '2100-01-01T00:00:00Z' });

    await desk.received(2);
  });

  it('refuses tests and replays while it is off', async () => {
    const { id } = await desk.add();
    await desk.request('PATCH', `/${id}`, { is_on: false });

    for (const [path, payload] of [['test'], ['replay', { since: '2020-01-01T00:00:00Z' }]] as const) {
      const response = await desk.request('POST', `/${id}/${path}`, payload);
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
    const response = await desk.request('POST', '', { name: 'ERP', url, types: ALL_TYPES });

    expect(response.statusCode).toBe(400);
    expect(response.body).toContain(detail);
  });

  it('is one of 20 at most', async () => {
    await desk.query(
      `INSERT INTO webhooks (name, url, types, state, off_reason, epoch, horizon, event_id)
       SELECT 'ERP', 'https://example.com', '{ticket.created}', 'off', 'person', 1, '1', 1 FROM generate_series(1, 20)`,
    );
    const response = await desk.request('POST', '', { name: 'ERP', url: desk.receiver.url, types: ALL_TYPES });

    expect([response.statusCode, response.json<{ type: string }>().type]).toEqual([409, '/problems/too-many-webhooks']);
  });
});

it('reads a delivery of a webhook, and none of another one', async () => {
  const { id } = await desk.add();
  const { id: other } = await desk.add({ name: 'CRM' });
  const { id: delivery } = (await desk.request('POST', `/${id}/test`)).json<DeliveryDto>();
  const one = async (webhook: number) => desk.request('GET', `/${webhook}/deliveries/${delivery}`);
  await eventually(async () => (await one(id)).json<DeliveryDto>().state === 'sent');

  expect((await one(id)).json()).toMatchObject({ id: delivery, tries: 1, attempts: [{ status: 204 }] });
  expect((await one(other)).statusCode).toBe(404);
  expect((await desk.request('GET', `/${id}/deliveries/3`)).statusCode).toBe(400);
});

it('pages through the log, also where positions get another digit', async () => {
  const { id } = await desk.add();
  await desk.query('ALTER TABLE webhook_deliveries ALTER COLUMN position RESTART WITH 99940');
  await desk.query(
    `INSERT INTO webhook_deliveries (id, webhook_id, type, body, state)
     SELECT gen_random_uuid(), $1, 'webhook.test', '{}', 'sent' FROM generate_series(1, 120)`,
    [id],
  );
  const seen: string[] = [];
  for (let url: string | undefined = `/api/webhooks/${id}/deliveries?state=sent`; url;) {
    const page = await desk.api.inject({ method: 'GET', url });
    seen.push(...page.json<DeliveryDto[]>().map((delivery) => delivery.id));
    url = /<([^<>]*)>/.exec(String(page.headers.link))?.[1];
  }

  expect(new Set(seen).size).toBe(120);
  expect(seen).toHaveLength(120);
});

it('forgets deliveries after 30 days', async () => {
  const { id } = await desk.add();
  await desk.file();
  await eventually(async () => (await desk.log(id, '?state=sent')).length === 1);
  await desk.query(`UPDATE webhook_deliveries SET created_at = now() - interval '31 days'`);

  await desk.api.app.get(WebhookRetention).run();

  expect(await desk.query('SELECT FROM webhook_attempts')).toEqual([]);
});
