import { eventually } from '@docket/testing';
import { aTicket } from '../../testing/a-ticket';
import { type MailServer, startMailServer } from '../../testing/mail-server';
import { PUBLIC_URL, SAME_SITE, type TestPerson, aPerson, aToken, removePeople } from '../../testing/people';
import { type SecondApp, startSecondApp } from '../../testing/second-app';
import { type TestApp, startTestApp } from '../../testing/test-app';
import { type WebhookReceiver, refuse, startWebhookReceiver } from '../../testing/webhook-receiver';
import { SYSTEM_ACTOR } from '../platform/context/actor';
import { TicketWriter } from '../tickets';
import type { WebhookSecretDto } from './api/webhook.dto';
import { WebhookSender } from './delivery/webhook-sender';

// Mails to people about webhooks, and audit events about people's changes of webhooks.

let receiver: WebhookReceiver;
let mail: MailServer;
let api: TestApp;
let second: SecondApp;
let admin: TestPerson;
beforeAll(async () => {
  receiver = await startWebhookReceiver();
  mail = await startMailServer();
  api = await startTestApp({
    PUBLIC_URL,
    WEBHOOK_PRIVATE: receiver.host,
    SECRET_KEY: 'k'.repeat(32),
    SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
    MAIL_FROM: 'docket@desk.example',
  });
  second = await startSecondApp(api);
});
afterAll(async () => {
  await second.close();
  await api.close();
  await mail.close();
  await receiver.close();
});
beforeEach(async () => {
  await api.database.query('DELETE FROM webhooks');
  await removePeople(api.database);
  admin = await aPerson(api.database, { role: 'admin' });
});

type Method = 'POST' | 'PATCH' | 'DELETE';
const request = (method: Method, path = '', payload?: object, headers: object = { cookie: admin.cookie }) =>
  api.inject({
    method,
    url: `/api/webhooks${path}`,
    headers: { ...SAME_SITE, ...headers },
    ...(payload && { payload }),
  });
const FIELDS = { name: 'ERP', types: ['ticket.created'] };
const add = async (): Promise<number> =>
  (await request('POST', '', { ...FIELDS, url: `${receiver.url}?key=secret` })).json<WebhookSecretDto>().id;
const file = () => api.app.get(TicketWriter).create(SYSTEM_ACTOR, aTicket());
const events = () =>
  api.database.query<{ event: string; actor_id: number | null; details: Record<string, unknown> }[]>(
    `SELECT event, actor_id, details FROM security_events WHERE event LIKE 'webhook%' ORDER BY id`,
  );
const stateOf = async (id: number) => {
  const [row] = await api.database.query<{ state: string; failing_since: string | null; tries: number }[]>(
    `SELECT state, failing_since, (SELECT count(*)::int FROM webhook_attempts) AS tries FROM webhooks WHERE id = $1`,
    [id],
  );
  return row;
};
const mailsOf = ({ email }: TestPerson) =>
  mail.mails.filter(({ to }) => to[0] === email).map(({ source }) => source.replace(/=\r\n/g, ''));

describe('mails about a webhook', () => {
  const failsSince = async (id: number, time: string) => {
    await api.database.query(`UPDATE webhooks SET failing_since = now() - $1::interval`, [time]);
    await api.database.query(
      `INSERT INTO webhook_deliveries (id, webhook_id, type, body) SELECT gen_random_uuid(), $1, 'webhook.test', '{}' FROM generate_series(1, 5)`,
      [id],
    );
    api.app.get(WebhookSender).wake();
    second.app.get(WebhookSender).wake();
  };

  it('go to each administrator once after 6 hours, and once when it is off, whichever process fails', async () => {
    const other = await aPerson(api.database, { role: 'admin' });
    const agent = await aPerson(api.database);
    receiver.answer = refuse(500);
    const id = await add();
    await file();
    await eventually(async () => (await stateOf(id))?.failing_since !== null);

    await failsSince(id, '7 hours');
    await eventually(
      async () => mailsOf(admin).length > 0 && mailsOf(other).length > 0 && ((await stateOf(id))?.tries ?? 0) >= 6,
    );
    await failsSince(id, '6 days');
    await eventually(async () => (await stateOf(id))?.state === 'off' && mailsOf(other).length > 1);
    await eventually(() => mailsOf(admin).length > 1);

    const [failing, off] = mailsOf(admin);
    expect(failing).toMatch(/6 hours[\s\S]*the receiver answered 500/);
    expect(failing).toContain(`${PUBLIC_URL}/settings/webhooks/${id}`);
    expect(off).toContain('no delivery has succeeded for 5 days');
    expect([mailsOf(admin).length, mailsOf(other).length, mailsOf(agent).length]).toEqual([2, 2, 0]);
    expect(mail.mails.map(({ source }) => source).join()).not.toContain('key=');
    expect((await events()).at(-1)).toEqual({
      event: 'webhook_turned_off',
      actor_id: null,
      details: { webhook: id, name: 'ERP', reason: 'failing' },
    });
  });
});

it('records who did what with a webhook, without its address and its secret', async () => {
  const id = await add();
  const { id: delivery } = (await request('POST', `/${id}/test`)).json<{ id: string }>();
  await request('PATCH', `/${id}`, { name: 'ERP', is_on: true }); // changes nothing
  await request('PATCH', `/${id}`, { name: 'CRM', url: `${receiver.url}?key=other`, types: ['message.added'] });
  await request('POST', `/${id}/rotate`);
  await request('POST', `/${id}/replay`, { since: '2026-11-28T00:00:00Z' });
  await request('POST', `/${id}/deliveries/${delivery}/redeliver`);
  await request('PATCH', `/${id}`, { is_on: false });
  await request('PATCH', `/${id}`, { is_on: true });
  expect((await request('DELETE', `/${id}`)).statusCode).toBe(204);

  const found = await events();
  const about = { webhook: id, name: 'CRM' };
  expect(found.map(({ event, details }) => [event, details])).toEqual([
    ['webhook_created', { webhook: id, name: 'ERP', host: receiver.host, types: 'ticket.created' }],
    ['webhook_changed', { ...about, from: 'ERP', host: receiver.host, types: 'message.added' }],
    ['webhook_secret_changed', about],
    ['webhook_replayed', { ...about, since: '2026-11-28T00:00:00Z' }],
    ['webhook_replayed', { ...about, delivery }],
    ['webhook_turned_off', about],
    ['webhook_turned_on', about],
    ['webhook_turned_off', about],
    ['webhook_deleted', about],
  ]);
  expect(found.every((event) => event.actor_id === admin.id)).toBe(true);
});

it('records no repetition of a delivery that is being sent', async () => {
  const id = await add();
  await api.database.query(
    `INSERT INTO webhook_deliveries (id, webhook_id, type, body, tries, leased_until)
     VALUES ('0199aa6e-52f0-7c1e-b7a5-3f0c7c1f4a10', $1, 'webhook.test', '{}', 1, now() + interval '50 seconds')`,
    [id],
  );

  const response = await request('POST', `/${id}/deliveries/0199aa6e-52f0-7c1e-b7a5-3f0c7c1f4a10/redeliver`);

  expect([response.statusCode, response.json<{ tries: number }>().tries]).toEqual([202, 1]);
  expect((await events()).map(({ event }) => event)).toEqual(['webhook_created']);
});

it('shows a secret, and takes another receiver, only after a recent proof of identity; a token needs none', async () => {
  const id = await add();
  const { id: userId, cookie } = await aPerson(api.database, { role: 'admin' });
  await api.database.query(`UPDATE sessions SET authenticated_at = now() - interval '11 minutes' WHERE user_id = $1`, [
    userId,
  ]);
  const requests = [
    ['POST', '', { ...FIELDS, url: receiver.url }],
    ['POST', `/${id}/rotate`, undefined],
    ['PATCH', `/${id}`, { url: receiver.url }],
  ] as const;

  for (const [method, path, payload] of requests) {
    const response = await request(method, path, payload, { cookie });
    expect([response.statusCode, response.json<{ type: string }>().type]).toEqual([403, '/problems/step-up-required']);
  }
  const sameReceiver = { name: 'CRM', url: `${receiver.url}?key=secret` };
  expect((await request('PATCH', `/${id}`, sameReceiver, { cookie })).statusCode).toBe(200);
  const token = await aToken(api.database, admin, ['settings']);
  for (const [method, path, payload] of requests) {
    expect((await request(method, path, payload, token)).statusCode).toBeLessThan(300);
  }
});
