import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '#testing/free-port';
import { runSql } from '#testing/test-database';
import { percentile } from '../bench/statistics.mts';
import { addWebhook } from './add-webhook.mts';
import { ApiProcess } from './api-processes.mts';
import type { Finding } from './finding.mts';

/** Maximum number of webhooks of a desk. */
const WEBHOOKS = 20;
const EVENTS = 500;
const DELIVERIES = WEBHOOKS * EVENTS;
const LIMIT_MS = 600_000;

/** Number of tickets in the list that people open during the drill. */
const LISTED = 50_000;

/** One statement per ticket, because many tickets of one statement share an event. */
const ADD_TICKETS = `
  DO $$ BEGIN
    FOR n IN 1..${EVENTS} LOOP
      INSERT INTO tickets (title, description, category, priority) VALUES ('Drill ' || n, 'Filed for a drill', 'general', 'low');
    END LOOP;
  END $$`;

const ADD_LISTED = `
  INSERT INTO tickets (title, description, category, priority)
  SELECT 'Listed ' || n, 'Filed for a drill', 'general', 'low' FROM generate_series(1, ${LISTED}) AS n`;

/**
 * Simulates receivers that are down for a night. Ten thousand deliveries fail at their first attempt and are due at once when the receivers
 * are back, while people open lists.
 */
export async function drillBacklog(databaseUrl: string): Promise<readonly Finding[]> {
  await runSql(databaseUrl, ADD_LISTED); // before the webhooks exist, so that these tickets are not delivered
  const port = await freePort();
  const host = `127.0.0.1:${port}`;
  const api = await ApiProcess.start({
    DATABASE_URL: databaseUrl,
    WEBHOOK_PRIVATE: host,
    SECRET_KEY: 'k'.repeat(32),
  });
  const arrived = new Map<string, number>();
  let receiver: Server | undefined;
  try {
    for (let n = 0; n < WEBHOOKS; n++) await addWebhook(api, `http://${host}/${n}`);
    await runSql(databaseUrl, ADD_TICKETS);
    await until(databaseUrl, 'tries > 0');
    receiver = await startReceiver(port, arrived);
    await runSql(databaseUrl, `UPDATE webhook_deliveries SET next_at = now() WHERE state = 'pending'`);
    const sending = watch(api);
    const start = performance.now();
    await until(databaseUrl, `state = 'sent'`);
    const seconds = (performance.now() - start) / 1000;
    const { lists, memory } = await sending.end();
    const copies = [...arrived.values()].reduce((sum, count) => sum + count, 0);
    return [
      {
        what: 'deliveries that did not arrive',
        measured: DELIVERIES - arrived.size,
        unit: `of ${DELIVERIES}`,
        atMost: 0,
      },
      { what: 'deliveries that arrived twice, under one id', measured: copies - arrived.size, unit: '', atMost: 0 },
      { what: 'time for all of them', measured: Math.round(seconds), unit: 's' },
      { what: 'p95 of a list meanwhile', measured: Math.round(percentile(lists, 95)), unit: 'ms' },
      { what: 'largest memory', measured: Math.round(memory), unit: 'MB', atMost: 300 },
    ];
  } finally {
    await api.stop();
    receiver?.closeAllConnections();
    receiver?.close();
  }
}

/** @param arrived counts the received deliveries by id */
async function startReceiver(port: number, arrived: Map<string, number>): Promise<Server> {
  const server = createServer((request, response) => {
    void text(request).then(() => {
      const id = String(request.headers['webhook-id']);
      arrived.set(id, (arrived.get(id) ?? 0) + 1);
      response.writeHead(204).end();
    });
  });
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return server;
}

/** Waits until all deliveries match a condition, up to ten minutes. After that, the findings report the missing ones. */
async function until(databaseUrl: string, condition: string): Promise<void> {
  for (const end = performance.now() + LIMIT_MS; performance.now() < end; await sleep(500)) {
    const [row] = await runSql(databaseUrl, `SELECT count(*) AS n FROM webhook_deliveries WHERE ${condition}`);
    if (Number(row?.['n']) === DELIVERIES) return;
  }
}

/** Opens lists one at a time and samples the memory of the process, until `end` is called. */
function watch(api: ApiProcess) {
  let isOver = false;
  const lists: number[] = [];
  let memory = 0;
  const watching = (async () => {
    while (!isOver) {
      const start = performance.now();
      await (await fetch(`${api.url}/api/tickets?limit=50`)).arrayBuffer();
      lists.push(performance.now() - start);
      memory = Math.max(memory, api.memory);
      await sleep(100);
    }
  })();
  return {
    async end() {
      isOver = true;
      await watching;
      return { lists, memory };
    },
  };
}
