import { type TestApp, startTestApp } from '../../testing/test-app';
import { measureWork } from '../../testing/work-of';
import type { WebhookDto } from './api/webhook.dto';
import { WebhookSender } from './delivery/webhook-sender';

// The tables already have statistics, and maintenance during a request would count as its work.
jest.mock('../platform/database/embedded-maintenance', () => ({ startMaintenance: () => () => undefined }));

/** Maximum number of 8 kB blocks that a request may read, regardless of the length of the log. */
const FEW_BLOCKS = 150;
const DELIVERIES = 30_000;

/**
 * Both webhooks have all events. Webhook 1 has given up its first deliveries and sent all others. Webhook 2, whose receiver is down, has
 * given up or sent its first 40; all others are pending.
 */
const FILL = [
  `INSERT INTO webhooks (name, url, types, epoch, horizon, event_id)
   SELECT 'ERP', 'https://erp.example', '{ticket.created}', 9223372036854775807, '9', 9 FROM generate_series(1, 2)`,
  `INSERT INTO webhook_deliveries (id, webhook_id, type, body, state, next_at)
   SELECT gen_random_uuid(), 1 + n % 2, 'webhook.test', '{}',
     CASE WHEN n < 40 THEN 'dead' WHEN n < 80 THEN 'sent' WHEN n % 2 = 0 THEN 'sent' ELSE 'pending' END, now() + interval '1 day'
   FROM generate_series(1, ${2 * DELIVERIES}) AS n`,
  // One event a minute
  `INSERT INTO ticket_events (ticket_id, kind, actor_kind, verified, at)
   SELECT n, 'ticket.created', 'system', false, timestamptz '2026-01-01' + n * interval '1 minute'
   FROM generate_series(1, ${DELIVERIES}) AS n`,
  'VACUUM ANALYZE webhook_deliveries, ticket_events',
];

let api: TestApp;
beforeAll(async () => {
  jest.spyOn(WebhookSender.prototype, 'onApplicationBootstrap').mockReturnValue(); // its statements would be counted, too
  api = await startTestApp({}, async (database) => {
    for (const statement of FILL) await database.query(statement);
  });
}, 240_000);
afterAll(() => api.close());

async function get<T>(path: string): Promise<T> {
  const response = await api.inject({ method: 'GET', url: `/api/webhooks${path}` });
  if (response.statusCode !== 200) throw new Error(`${path}: ${response.body}`);
  return response.json();
}

it.each([
  ['all deliveries', '/1/deliveries', 50],
  ['those given up, which are old', '/1/deliveries?state=dead', 19],
  ['waiting ones, which are none', '/1/deliveries?state=pending', 0],
  ['sent ones, which are older than all that wait', '/2/deliveries?state=sent', 20],
])('the log of %s reads no other deliveries', async (_what, path, count) => {
  const { blocksRead } = await measureWork(api.database, async () => {
    expect(await get<unknown[]>(path)).toHaveLength(count);
  });

  expect(blocksRead).toBeLessThan(FEW_BLOCKS);
});

it('counts waiting deliveries up to a maximum', async () => {
  expect((await get<WebhookDto[]>('')).map(({ pending }) => pending)).toEqual([0, 10_001]);
});

it('finds the first event since a time without reading all events since then', async () => {
  const { blocksRead } = await measureWork(api.database, async () => {
    const payload = { since: '2026-01-02T12:00:00Z' };
    const response = await api.inject({ method: 'POST', url: '/api/webhooks/2/replay', payload });
    expect(response.statusCode).toBe(202);
  });

  expect(blocksRead).toBeLessThan(2 * FEW_BLOCKS);
});
