import type { Settings } from '../config/settings';
import { type TestApp, startTestApp } from '../../../testing/test-app';

async function statusFor(api: TestApp, host: string, url = '/api/tickets/'): Promise<number> {
  return (await api.inject({ method: 'GET', url, headers: { host } })).statusCode;
}

async function withApi(settings: Partial<Settings>, run: (api: TestApp) => Promise<void>): Promise<void> {
  const api = await startTestApp(settings);
  try {
    await run(api);
  } finally {
    await api.close();
  }
}

it('answers the names of this machine only, whatever name a web page may have given to it', () =>
  withApi({}, async (api) => {
    for (const own of ['localhost:3000', 'LOCALHOST', '127.0.0.1:3000', '[::1]:3000']) {
      expect([own, await statusFor(api, own)]).toEqual([own, 200]);
    }
    for (const other of ['rebound.example:3000', '127.0.0.1.example', 'localhost.example']) {
      expect([other, await statusFor(api, other)]).toEqual([other, 421]);
    }
  }));

it('answers the hosts that are set, and probes under any', () =>
  withApi({ ALLOWED_HOSTS: 'Desk.example.com, localhost' }, async (api) => {
    expect(await statusFor(api, 'desk.example.com')).toBe(200);
    expect(await statusFor(api, '127.0.0.1')).toBe(421);
    expect(await statusFor(api, '10.0.0.7:3000', '/healthz')).toBe(200);
    expect(await statusFor(api, '10.0.0.7:3000', '/readyz')).toBe(200);
  }));

it('leaves it to the network when it listens to others than this machine', () =>
  withApi({ HOST: '0.0.0.0' }, async (api) => {
    expect(await statusFor(api, 'desk.example.com')).toBe(200);
  }));
