import type { Settings } from '../config/settings';
import { PUBLIC_URL } from '../../../testing/people';
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

it('allows only loopback host names by default, against DNS rebinding', () =>
  withApi({}, async (api) => {
    for (const local of ['localhost:3000', 'LOCALHOST', '127.0.0.1:3000', '[::1]:3000']) {
      expect([local, await statusFor(api, local)]).toEqual([local, 200]);
    }
    for (const other of ['rebound.example:3000', '127.0.0.1.example', 'localhost.example']) {
      expect([other, await statusFor(api, other)]).toEqual([other, 421]);
    }
  }));

it('allows the hosts in ALLOWED_HOSTS, and any host for probes', () =>
  withApi({ ALLOWED_HOSTS: 'Desk.example.com, localhost' }, async (api) => {
    expect(await statusFor(api, 'desk.example.com')).toBe(200);
    expect(await statusFor(api, '127.0.0.1')).toBe(421);
    expect(await statusFor(api, '10.0.0.7:3000', '/healthz')).toBe(200);
    expect(await statusFor(api, '10.0.0.7:3000', '/readyz')).toBe(200);
  }));

it('allows any host by default if HOST is not a loopback address', () =>
  withApi({ HOST: '0.0.0.0', PUBLIC_URL }, async (api) => {
    expect(await statusFor(api, 'other.example.com', '/api/session')).toBe(200);
  }));
