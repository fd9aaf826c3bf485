import { aPerson, PUBLIC_URL, SAME_SITE } from '../../testing/people';
import { type TestApp, startTestApp } from '../../testing/test-app';
import { Settings } from '../platform/config/settings';
import { WebhookRequest } from './delivery/webhook-request';

let api: TestApp;
beforeAll(async () => (api = await startTestApp({ PUBLIC_URL, WEBHOOK_PRIVATE: '' })));
afterAll(() => api.close());

it('is managed by administrators only', async () => {
  const agent = await aPerson(api.database);
  const headers = { ...SAME_SITE, cookie: agent.cookie };

  for (const [method, path] of [
    ['GET', ''],
    ['POST', ''],
    ['GET', '/1'],
    ['PATCH', '/1'],
    ['DELETE', '/1'],
    ['POST', '/1/test'],
    ['POST', '/1/rotate'],
    ['POST', '/1/replay'],
    ['GET', '/1/deliveries'],
    ['POST', '/1/deliveries/0199aa6e-52f0-7c1e-b7a5-3f0c7c1f4a10/redeliver'],
  ] as const) {
    const response = await api.inject({
      method,
      url: `/api/webhooks${path}`,
      headers,
      ...(method !== 'GET' && method !== 'DELETE' && { payload: {} }),
    });
    expect(response.statusCode).toBe(403);
  }
});

/** Addresses that lead into private networks, in forms that filters of other products have let through. */
const PRIVATE = [
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '0.0.0.0',
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '[::1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[fc00::1]',
  '[fe80::1]',
  'localhost',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
];

it.each(PRIVATE)('connects to no receiver at %s', async (host) => {
  const requests = new WebhookRequest(Object.assign(new Settings(), { WEBHOOK_PRIVATE: '' }));
  const attempt = await requests.send(new URL(`https://${host}:9/`), {}, '{}', new AbortController().signal);

  expect(attempt.status).toBeUndefined();
  expect(attempt.error).toMatch(/not allowed/);
});
