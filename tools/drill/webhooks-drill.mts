import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '#testing/free-port';
import { runSql } from '#testing/test-database';
import { fileTicket } from '../file-ticket.mts';
import { addWebhook } from './add-webhook.mts';
import { ApiProcess } from './api-processes.mts';
import type { Finding } from './finding.mts';

const KILLS = 20; // of the sender, and of the receiver
const TICKETS_PER_ROUND = 25;
const SETTLE_MS = 120_000;

/** A receiver whose process dies repeatedly: its connections break, and pending responses are lost. */
class DyingReceiver {
  /** Bodies that it answered with 204, by id of the delivery. */
  readonly accepted = new Map<string, string[]>();
  readonly port: number;
  private server?: Server;

  constructor(port: number) {
    this.port = port;
  }

  async start(): Promise<void> {
    this.server = createServer((request, response) => {
      void text(request)
        .then(async (body) => {
          await sleep(5); // so that some requests die between reading and responding
          const id = String(request.headers['webhook-id']);
          this.accepted.set(id, [...(this.accepted.get(id) ?? []), body]);
          response.writeHead(204).end();
        })
        .catch(() => undefined);
    });
    await once(this.server.listen(this.port, '127.0.0.1'), 'listening');
  }

  async die(): Promise<void> {
    this.server?.closeAllConnections();
    if (this.server) await once(this.server.close(), 'close');
  }
}

/**
 * Kills the sender and the receiver 20 times while tickets are filed. Two API processes share the database; one of them is always running.
 * Then advances the time of the deliveries, and compares what arrived with the events of the table.
 */
export async function drillWebhooks(databaseUrl: string): Promise<readonly Finding[]> {
  const receiver = new DyingReceiver(await freePort());
  await receiver.start();
  const host = `127.0.0.1:${receiver.port}`;
  const settings = { DATABASE_URL: databaseUrl, WEBHOOK_PRIVATE: host, SECRET_KEY: 'k'.repeat(32) };
  const [first, second] = [await ApiProcess.start(settings), await ApiProcess.start(settings)];
  try {
    await addWebhook(first, `http://${host}/`);
    let filed = 0;
    for (let round = 0; round < 2 * KILLS; round++) {
      const isReceivers = round % 2 === 0;
      const [dying, living] = round % 4 === 1 ? [first, second] : [second, first];
      const filing = (async () => {
        for (let n = 0; n < TICKETS_PER_ROUND; n++)
          filed += (await fileTicket(living, 'Filed while processes die')).status === 201 ? 1 : 0;
      })();
      await sleep(100 + round * 10);
      await (isReceivers ? receiver.die() : dying.kill());
      await filing;
      await (isReceivers ? receiver.start() : dying.start());
      await letTimePass(databaseUrl);
    }
    await untilSent(databaseUrl);
    return await compare(databaseUrl, receiver, filed);
  } finally {
    await Promise.all([first.stop(), second.stop(), receiver.die()]);
  }
}

/** Makes retries due that would follow minutes later, and ends the leases of dead processes. */
async function letTimePass(databaseUrl: string): Promise<void> {
  await runSql(
    databaseUrl,
    `UPDATE webhook_deliveries SET next_at = now(),
       leased_until = CASE WHEN leased_until IS NOT NULL THEN least(leased_until, now() + interval '16 seconds') END
     WHERE state = 'pending'`,
  );
}

async function untilSent(databaseUrl: string): Promise<void> {
  const end = performance.now() + SETTLE_MS;
  while (performance.now() < end) {
    await letTimePass(databaseUrl);
    await sleep(2000);
    const [row] = await runSql(
      databaseUrl,
      `SELECT (SELECT count(*) FROM ticket_events WHERE kind = 'ticket.created') - count(*) AS left FROM webhook_deliveries WHERE state = 'sent'`,
    );
    if (Number(row?.['left']) === 0) return;
  }
}

async function compare(databaseUrl: string, receiver: DyingReceiver, filed: number): Promise<readonly Finding[]> {
  const events = await runSql(databaseUrl, `SELECT id FROM ticket_events WHERE kind = 'ticket.created'`);
  const bodies = [...receiver.accepted.values()].flat();
  const arrived = new Set(bodies.map((body) => (JSON.parse(body) as { data: { event_id: number } }).data.event_id));
  const lost = events.filter(({ id }) => !arrived.has(Number(id)));
  const eventsOfIds = new Map([...receiver.accepted].map(([id, [body = '']]) => [id, body]));
  const underOtherIds = receiver.accepted.size - new Set(eventsOfIds.values()).size;
  const changed = [...receiver.accepted.values()].filter((copies) => new Set(copies).size > 1);
  return [
    { what: 'tickets filed while processes died', measured: filed, unit: '' },
    { what: 'events that did not arrive', measured: lost.length, unit: `of ${events.length}`, atMost: 0 },
    { what: 'deliveries that arrived twice, under one id', measured: bodies.length - receiver.accepted.size, unit: '' },
    { what: 'events that arrived under two ids', measured: underOtherIds, unit: '', atMost: 0 },
    { what: 'deliveries whose body changed between tries', measured: changed.length, unit: '', atMost: 0 },
  ];
}
