import { eventually } from '@docket/testing';
import { ALL_TYPES, useWebhookDesk } from '../../testing/webhook-desk';
import { accept, refuse } from '../../testing/webhook-receiver';
import { RemovedWebhooks } from './removed-webhooks';

const desk = useWebhookDesk();

describe('a webhook', () => {
  it('is changed by the version that was read', async () => {
    const { id } = await desk.add();
    const headers = { 'if-match': `"${id}-1"` };

    expect((await desk.request('PATCH', `/${id}`, { name: 'CRM' }, headers)).json()).toMatchObject({
      name: 'CRM',
      version: 2,
    });
    expect((await desk.request('PATCH', `/${id}`, { name: 'ERP' }, headers)).statusCode).toBe(412);
  });

  it('is changed by the version that was read, also if its receiver has failed or recovered since then', async () => {
    desk.receiver.answer = refuse(500);
    const { id } = await desk.add();
    const tag = async () => String((await desk.request('GET', `/${id}`)).headers.etag);
    const before = await tag();
    await desk.file();
    await eventually(async () => (await desk.read(id)).failing_since !== undefined);
    const failing = await tag();
    desk.receiver.answer = accept;
    await desk.passTime();
    await eventually(async () => (await desk.read(id)).failing_since === undefined);

    expect(failing).not.toBe(before);
    expect((await desk.read(id)).version).toBe(1);
    for (const [match, name] of [
      [failing, 'CRM'],
      [`"${id}-2"`, 'ERP'],
    ]) {
      expect((await desk.request('PATCH', `/${id}`, { name }, { 'if-match': match })).statusCode).toBe(200);
    }
    expect((await desk.request('PATCH', `/${id}`, { name: 'CRM' }, { 'if-match': before })).statusCode).toBe(412);
  });

  it('keeps its version if a change has current values', async () => {
    const { id, url } = await desk.add();
    const current = { name: 'ERP', url, types: ALL_TYPES.toReversed(), is_on: true };

    const response = await desk.request('PATCH', `/${id}`, current, { 'if-match': `"${id}-1"` });

    expect(response.json()).toMatchObject({ version: 1, types: ALL_TYPES });
    expect((await desk.request('PATCH', `/${id}`, { is_on: false })).json()).toMatchObject({ version: 2 });
    expect((await desk.request('PATCH', `/${id}`, { is_on: false })).json()).toMatchObject({ version: 2 });
    expect((await desk.request('PATCH', `/${id}`, {}, { 'if-match': `"${id}-1"` })).statusCode).toBe(412);
  });

  it('goes with its log', async () => {
    const { id } = await desk.add();
    await desk.file();
    await desk.received(1);

    expect((await desk.request('DELETE', `/${id}`)).statusCode).toBe(204);
    expect((await desk.request('DELETE', `/${id}`)).statusCode).toBe(404);
    await desk.api.app.get(RemovedWebhooks).run();
    expect(await desk.query('SELECT FROM webhook_deliveries')).toEqual([]);
    expect(await desk.query('SELECT FROM webhooks')).toEqual([]);
  });

  it('is gone at once, however long its log is', async () => {
    const { id } = await desk.add();
    const { id: other } = await desk.add({ name: 'CRM' });
    await desk.query(
      `INSERT INTO webhook_deliveries (id, webhook_id, type, body, state, next_at)
       SELECT gen_random_uuid(), webhook, 'webhook.test', '{}', 'pending', now() + interval '1 day'
       FROM unnest($1::int[]) AS webhook, generate_series(1, 1200)`,
      [[id, other]],
    );
    const [{ id: delivery } = {}] = await desk.log(id);
    const log = () => desk.query<{ webhook_id: number }>('SELECT webhook_id FROM webhook_deliveries');

    expect((await desk.request('DELETE', `/${id}`)).statusCode).toBe(204);

    expect(await log()).toHaveLength(2400);
    expect((await desk.request('GET')).json<{ id: number }[]>()).toMatchObject([{ id: other }]);
    for (const [method, path, payload] of [
      ['GET', ''],
      ['PATCH', '', { is_on: true }],
      ['POST', '/rotate'],
      ['POST', '/test'],
      ['POST', '/replay', { since: '2020-01-01T00:00:00Z' }],
      ['GET', '/deliveries'],
      ['GET', `/deliveries/${delivery}`],
      ['POST', `/deliveries/${delivery}/redeliver`],
    ] as const) {
      expect([path, (await desk.request(method, `/${id}${path}`, payload)).statusCode]).toEqual([path, 404]);
    }

    await desk.api.app.get(RemovedWebhooks).run();

    expect((await log()).filter(({ webhook_id }) => webhook_id === other)).toHaveLength(1200);
    expect(await log()).toHaveLength(1200);
    expect(await desk.query('SELECT id FROM webhooks')).toEqual([{ id: other }]);
  });

  it('makes room for another one when it is deleted', async () => {
    const { id } = await desk.add();
    await desk.query(
      `INSERT INTO webhooks (name, url, types, state, off_reason, epoch, horizon, event_id)
       SELECT 'ERP', 'https://example.com', '{ticket.created}', 'off', 'person', 1, '1', 1 FROM generate_series(1, 19)`,
    );
    await desk.request('DELETE', `/${id}`);

    await desk.add();
  });
});
