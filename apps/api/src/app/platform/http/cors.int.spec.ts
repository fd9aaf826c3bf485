import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestApp, startTestApp } from '../../../testing/test-app';

const CONTRACT = join(__dirname, '../../../../../../libs/shared/contract/openapi.json');
const ORIGIN = 'https://desk.example.com';

let api: TestApp;
beforeAll(async () => (api = await startTestApp({ CORS_ORIGINS: `${ORIGIN}, http://localhost:4200` })));
afterAll(() => api.close());

const options = (url: string, headers: Record<string, string> = {}) => api.inject({ method: 'OPTIONS', url, headers });

it.each([
  ['a plain OPTIONS', {}],
  ['OPTIONS with an origin', { origin: ORIGIN }],
  ['OPTIONS with another origin', { origin: 'https://evil.example' }],
  ['OPTIONS with a method but no origin', { 'access-control-request-method': 'PATCH' }],
])('responds to %s like without CORS', async (_what, headers) => {
  const known = await options('/api/tickets/7/', headers);
  const unknown = await options('/api/nothing', headers);

  expect([known.statusCode, known.headers.allow, known.body]).toEqual([204, 'GET, HEAD, OPTIONS, PATCH', '']);
  expect([unknown.statusCode, unknown.json()]).toMatchObject([404, { type: '/problems/not-found' }]);
});

it('responds to the preflight of an allowed origin', async () => {
  const headers = {
    origin: ORIGIN,
    'access-control-request-method': 'PATCH',
    'access-control-request-headers': 'content-type,if-match',
  };

  for (const url of ['/api/tickets/7/', '/api/tickets', '/api/nothing']) {
    const response = await options(url, headers);

    expect(response.statusCode).toBe(204);
    expect(response.headers).toMatchObject({
      'access-control-allow-origin': ORIGIN,
      'access-control-allow-methods': 'GET, HEAD, POST, PATCH',
      'access-control-allow-headers': 'content-type,if-match',
      'access-control-max-age': '600',
    });
  }
});

it('gives another origin no permission', async () => {
  const headers = { origin: 'https://evil.example', 'access-control-request-method': 'PATCH' };

  expect((await options('/api/tickets/7/', headers)).headers['access-control-allow-origin']).toBeUndefined();
});

it('lets scripts read every header that the OpenAPI document describes', async () => {
  const described = new Set<string>();
  JSON.parse(readFileSync(CONTRACT, 'utf8'), (key, value: object) => {
    if (key === 'headers') for (const name of Object.keys(value)) described.add(name);
    return value;
  });

  const response = await api.inject({ method: 'GET', url: '/api/tickets/', headers: { origin: ORIGIN } });

  const exposed = String(response.headers['access-control-expose-headers']).split(', ');
  expect(exposed).toEqual(expect.arrayContaining([...described]));
  expect(exposed).toEqual(
    expect.arrayContaining(['ETag', 'Link', 'Location', 'X-Total-Count', 'X-Request-Id', 'Retry-After']),
  );
  expect(exposed).toEqual(
    expect.arrayContaining(['X-Defaulted-Category-Count', 'X-Defaulted-Priority-Count', 'Allow', 'Accept']),
  );
});

it('adds its headers to rejections, which depend on the origin and on Accept', async () => {
  for (const [method, url, status] of [
    ['DELETE', '/api/tickets/', 405],
    ['GET', '/api/nothing', 404],
    ['GET', '/api/tickets/?limit=x', 400],
  ] as const) {
    const response = await api.inject({ method, url, headers: { origin: ORIGIN } });

    expect(response.statusCode).toBe(status);
    expect(response.headers).toMatchObject({ 'access-control-allow-origin': ORIGIN, vary: 'Origin, Accept' });
  }
});
