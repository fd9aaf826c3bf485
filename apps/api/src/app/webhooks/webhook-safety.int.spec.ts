import { aPerson, PUBLIC_URL, SAME_SITE } from '../../testing/people';
import { type TestApp, startTestApp } from '../../testing/test-app';

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
