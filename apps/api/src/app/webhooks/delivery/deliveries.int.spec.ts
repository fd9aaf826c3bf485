import { eventually } from '@docket/testing';
import { Webhook } from 'standardwebhooks';
import { aTicket } from '../../../testing/a-ticket';
import { useWebhookDesk } from '../../../testing/webhook-desk';
import { accept, refuse } from '../../../testing/webhook-receiver';
import { LOCAL_ACTOR } from '../../platform/context/actor';
import { DueDeliveries } from './due-deliveries';
import { FutureDeliveries } from './future-deliveries';
import { WebhookSender } from './webhook-sender';

const desk = useWebhookDesk();

describe('a delivery', () => {
  it('tells what happened, signed, without any text of the ticket', async () => {
    const { secret } = await desk.add();
    const { id } = await desk.file();
    await desk.received(1);
    await desk.writer.update(LOCAL_ACTOR, id, { status: 'closed', title: 'Another secret' });
    await desk.received(2);

    const [, changed] = desk.receiver.received;
    const verified = new Webhook(secret).verify(changed?.body ?? '', changed?.headers as Record<string, string>);
    expect(verified).toMatchObject({
      type: 'ticket.changed',
      data: { ticket_id: id, version: 2, actor: { kind: 'local' }, change: { status: ['open', 'closed'], title: [] } },
    });
    expect(desk.receiver.received.map(({ body }) => body).join()).not.toContain('secret');
  });

  it('has the types that the webhook wants', async () => {
    await desk.add({ types: ['ticket.deleted'] });
    const { id } = await desk.file();
    await desk.query('DELETE FROM tickets WHERE id = $1', [id]);
    await desk.received(1);

    expect(desk.bodies()).toMatchObject([{ type: 'ticket.deleted', data: { ticket_id: id, version: null } }]);
  });

  it('names the tickets of an import', async () => {
    await desk.add();
    await desk.writer.createMany(LOCAL_ACTOR, [aTicket(), aTicket()]);
    await desk.received(1);

    expect(desk.bodies()).toMatchObject([
      { type: 'import.batch', data: { ticket_ids: [expect.any(Number), expect.any(Number)] } },
    ]);
  });

  it('is sent once by several processes', async () => {
    const { id } = await desk.add();
    for (let n = 0; n < 30; n++) await desk.file();
    desk.second.app.get(WebhookSender).wake();
    await eventually(async () => (await desk.log(id, '?state=sent')).length === 30);

    expect(desk.receiver.received).toHaveLength(30);
    expect(new Set(desk.receiver.received.map((one) => one.id)).size).toBe(30);
  });

  it('keeps the order of the changes of a ticket', async () => {
    await desk.add({ types: ['ticket.changed'] });
    const { id } = await desk.file();
    for (const priority of ['low', 'medium', 'high', 'critical', 'low', 'medium', 'high', 'critical'] as const) {
      await desk.writer.update(LOCAL_ACTOR, id, { priority });
    }
    await desk.received(7);

    const events = desk.bodies().map(({ data }) => Number(data['event_id']));
    expect(events).toEqual(events.toSorted((one, other) => one - other));
  });
});

describe('after the clock of the database was set back', () => {
  const SET_BACK = "interval '3 days'";
  const runJob = () => desk.api.app.get(FutureDeliveries).run();

  it.each([
    ['whose sender was killed', `tries = 1, next_at = now(), leased_until = now() + ${SET_BACK}`],
    ['that was never tried', `tries = 0, next_at = now() + interval '2 minutes'`],
    ['that waits for its next try', `tries = 1, next_at = now() + ${SET_BACK}`],
  ])('sends a delivery %s', async (_case, state) => {
    desk.receiver.answer = refuse(503);
    const { id } = await desk.add();
    await desk.file();
    await eventually(async () => (await desk.log(id))[0]?.attempts.length === 1);
    desk.receiver.answer = accept;
    await desk.query(`UPDATE webhook_deliveries SET ${state}`);

    await runJob();
    desk.api.app.get(WebhookSender).wake();

    await eventually(async () => (await desk.log(id))[0]?.state === 'sent');
  });

  it('lets a delivery wait for a usual time', async () => {
    desk.receiver.answer = refuse(503);
    const { id } = await desk.add();
    await desk.file();
    await eventually(async () => (await desk.log(id))[0]?.attempts.length === 1);
    await desk.query(`UPDATE webhook_deliveries SET next_at = now() + interval '28 hours'`);

    await runJob();

    expect(await desk.query(`SELECT FROM webhook_deliveries WHERE next_at > now() + interval '27 hours'`)).toHaveLength(
      1,
    );
  });
});

describe('a delivery that fails', () => {
  it('is tried again under its id, and the log shows each try', async () => {
    desk.receiver.answer = refuse(500, {}, 'out of order');
    const { id } = await desk.add();
    await desk.file();
    await desk.received(1);
    await eventually(async () => (await desk.log(id))[0]?.attempts.length === 1);
    desk.receiver.answer = accept;
    await desk.passTime();
    await eventually(async () => (await desk.log(id))[0]?.state === 'sent');

    expect(new Set(desk.receiver.received.map((one) => one.id)).size).toBe(1);
    const traces = desk.receiver.received.map(({ headers }) => String(headers['traceparent']).split('-'));
    expect(traces.map(([, trace]) => trace)).toEqual(desk.receiver.received.map((one) => one.id.replaceAll('-', '')));
    expect(traces[0]?.[2]).not.toBe(traces[1]?.[2]);
    const [delivery] = await desk.log(id);
    expect(delivery?.attempts.map(({ status }) => status)).toEqual([204, 500]);
    expect(delivery?.attempts[1]?.answer).toBe('out of order');
    expect(await desk.read(id)).not.toHaveProperty('failing_since');
  });

  it('waits as long as the receiver asks', async () => {
    desk.receiver.answer = refuse(503, { 'retry-after': '3600' });
    const { id } = await desk.add();
    await desk.file();
    await eventually(async () => (await desk.log(id))[0]?.attempts.length === 1);

    const wait = Date.parse((await desk.log(id))[0]?.next_at ?? '') - Date.now();
    expect(wait).toBeGreaterThan(3_500_000);
  });

  it('is dead after ten tries', async () => {
    desk.receiver.answer = refuse(500);
    const { id } = await desk.add();
    await desk.file();
    await desk.received(1);
    await eventually(async () => (await desk.log(id))[0]?.attempts.length === 1);
    await desk.query(`UPDATE webhook_deliveries SET tries = 9`);
    await desk.passTime();

    await eventually(async () => (await desk.log(id))[0]?.state === 'dead');
  });

  it('follows no redirect', async () => {
    desk.receiver.answer = refuse(302, { location: `http://${desk.receiver.host}/elsewhere` });
    const { id } = await desk.add();
    await desk.file();
    await eventually(async () => (await desk.log(id))[0]?.attempts.length === 1);

    expect((await desk.log(id))[0]?.attempts[0]?.status).toBe(302);
    expect(desk.receiver.received).toHaveLength(1);
  });

  it('leaves room for the deliveries of other webhooks', async () => {
    await desk.add({ name: 'Slow' });
    const { id } = await desk.add({ name: 'Quick', url: `${desk.receiver.url}/quick` });
    const waiting: (() => void)[] = [];
    const slow = new Set<string>();
    desk.receiver.answer = (response, delivery) => {
      slow.add(delivery.id);
      waiting.push(() => accept(response));
    };
    await desk.query(`UPDATE webhooks SET state = 'off', off_reason = 'person' WHERE id = $1`, [id]);
    for (let n = 0; n < 30; n++) await desk.file();
    await desk.received(5);
    desk.receiver.answer = accept;
    await desk.request('PATCH', `/${id}`, { is_on: true });
    await desk.passTime();
    await eventually(async () => (await desk.log(id, '?state=sent')).length === 30);

    expect(slow.size).toBeLessThanOrEqual(5);
    for (const end of waiting) end();
  });

  it('leaves room for the deliveries of other webhooks, also if several processes look for deliveries at once', async () => {
    const { id } = await desk.add();
    await desk.query(`UPDATE webhooks SET url = 'http://127.0.0.1:9/' WHERE id = $1`, [id]);
    const processes = [desk.api, desk.second].map(({ app }) => app.get(DueDeliveries));
    for (let round = 0; round < 10; round++) {
      await desk.query('DELETE FROM webhook_deliveries');
      await desk.query(
        `INSERT INTO webhook_deliveries (id, webhook_id, type, body)
         SELECT gen_random_uuid(), $1, 'webhook.test', '{}' FROM generate_series(1, 30)`,
        [id],
      );

      const claimed = await Promise.all([...processes, ...processes].map((due) => due.claim(20)));

      expect(claimed.flat().length).toBeGreaterThan(0);
      expect(claimed.flat().length).toBeLessThanOrEqual(5);
    }
  });

  it('is sent again if its sender died', async () => {
    const { id } = await desk.add();
    desk.receiver.answer = refuse(500);
    await desk.file();
    await eventually(async () => (await desk.log(id))[0]?.attempts.length === 1);
    desk.receiver.answer = accept;
    await desk.query(`UPDATE webhook_deliveries SET next_at = now(), leased_until = now() - interval '1 second'`);
    desk.api.app.get(WebhookSender).wake();

    await eventually(async () => (await desk.log(id))[0]?.state === 'sent');
  });
});
