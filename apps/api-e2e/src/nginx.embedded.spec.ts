import { createServer } from 'node:net';
import { type AddressInfo } from 'node:net';
import { type TestDatabase, createTestDatabase, eventually, freePort, stopAllProcesses } from '@docket/testing';
import { NGINX, Nginx } from './support/nginx';
import { rawRequest } from './support/raw-request';
import { Server } from './support/server';

let database: TestDatabase;
let server: Server;
let nginx: Nginx;
beforeAll(async () => {
  if (!NGINX) return;
  database = await createTestDatabase();
  server = await Server.start({ ...database.settings, ACCESS: 'open', TRUSTED_PROXIES: 'loopback' });
  nginx = await Nginx.start(server.port);
});
afterAll(async () => {
  if (!NGINX) return;
  await nginx.stop();
  await stopAllProcesses('SIGKILL');
  await database.remove();
});

const HTML = { headers: { accept: 'text/html' } };

/** Parses a raw response into its head and its JSON body. */
function parse(response: string) {
  const [head = '', body = ''] = response.split('\r\n\r\n');
  return { head, problem: JSON.parse(body) as Record<string, unknown> };
}

// Tests the image's configuration in a real nginx, which .ci/run installs.
(NGINX ? describe : describe.skip)('nginx', () => {
  it.each([
    ['a missing file', 'GET', '/main-00000000.js', 404, '/problems/not-found'],
    ['a method that a file does not have', 'POST', '/favicon.svg', 404, '/problems/not-found'],
    ['a compressed file under its own name', 'GET', '/favicon.svg.br', 404, '/problems/not-found'],
    ['a folder above', 'GET', '/..%2f..%2fpackage.json', 400, '/problems/bad-request'],
    ['headers of 70 kB', 'GET', '/tickets', 431, '/problems/headers-too-large'],
  ])('answers %s as the API does', async (name, method, path, status, type) => {
    const headers = { 'x-request-id': 'my-id.1', ...(name.startsWith('headers') && { cookie: 'a'.repeat(70_000) }) };
    const response = await fetch(nginx.url + path, { method, headers });
    const own = await server.fetch('/api/nothing');

    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ type, status });
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
    const constant = [...own.headers].filter(([header]) =>
      /^(?:cross-origin|origin-agent|referrer|x-(?!request))/.test(header),
    );
    expect(constant.length).toBeGreaterThan(6);
    for (const [header, value] of constant) expect([header, response.headers.get(header)]).toEqual([header, value]);
  });

  it('answers a malformed request, and leaves out a path that is no JSON', async () => {
    const malformed = parse(await rawRequest(nginx.port, 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n'));
    const quoted = parse(await rawRequest(nginx.port, 'GET /a"b.js HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'));

    expect(malformed.head).toMatch(/^HTTP\/1\.1 400 /);
    expect(malformed.problem).toMatchObject({ type: '/problems/bad-request', status: 400 });
    expect(quoted.problem).toMatchObject({ type: '/problems/not-found', instance: '/' });
  });

  it('says that the API does not respond, and whether a change may be stored', async () => {
    const alone = await Nginx.start(await freePort());
    const read = await fetch(`${alone.url}/api/tickets?search=card`);
    const change = await fetch(`${alone.url}/api/tickets`, { method: 'POST', body: '{}' });

    expect([read.status, read.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await read.json()).toMatchObject({
      type: '/problems/unavailable',
      detail: 'The API does not respond. Try again in a few seconds',
      instance: '/api/tickets',
    });
    expect(await change.json()).toMatchObject({
      detail: expect.stringContaining('A change may have been stored') as unknown,
    });
    await alone.stop();
  });

  it('stops waiting for an API that accepts a request and does not answer', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await eventually(() => silent.listening);
    const waiting = await Nginx.start((silent.address() as AddressInfo).port, {
      from: 'proxy_read_timeout 15s;',
      to: 'proxy_read_timeout 100ms;',
    });

    const response = await fetch(`${waiting.url}/api/tickets`);

    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ type: '/problems/unavailable', status: 503 });
    await waiting.stop();
    silent.close();
  });

  it.each([
    ['gzip, deflate, br', 'br'],
    ['br;q=0.5', 'br'],
    ['gzip, br;q=0', 'gzip'],
    ['gzip', 'gzip'],
    ['brx', null],
    ['', null],
  ])('compresses a file for "%s" with %s', async (accepted, encoding) => {
    const page = await (await fetch(nginx.url, HTML)).text();
    const script = `/${/src="(main-[\w-]{8}\.js)"/.exec(page)?.[1]}`;

    const response = await fetch(nginx.url + script, { headers: { 'accept-encoding': accepted } });

    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('content-type')).toMatch(/javascript/);
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('compresses no response of the API, whose entity tags would be weak', async () => {
    const response = await fetch(`${nginx.url}/api/openapi.json`, { headers: { 'accept-encoding': 'br, gzip' } });

    expect(response.headers.get('content-encoding')).toBeNull();
  });

  it.each(['/', '/tickets', '/tickets/12.5?search=100%', '/import', '/api-notes'])(
    'serves the page at %s, with a nonce of its own',
    async (path) => {
      const nonces: (string | undefined)[] = [];
      for (const response of [await fetch(nginx.url + path, HTML), await fetch(nginx.url + path)]) {
        const nonce = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1];
        expect(response.status).toBe(200);
        expect(await response.text()).toContain(`ngCspNonce="${nonce}"`);
        nonces.push(nonce);
      }
      expect(nonces[0]).not.toBe(nonces[1]);
    },
  );

  it.each(['/healthz', '/healthz/', '/readyz', '/readyz/'])('passes %s on to the API', async (path) => {
    const response = await fetch(nginx.url + path);

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  });

  it('logs each request once under the id of the API, with the client, and without its query', async () => {
    const headers = { 'x-request-id': 'journey-7', 'x-forwarded-for': '203.0.113.9' };
    await fetch(`${nginx.url}/api/tickets?search=jane`, { headers });
    await fetch(`${nginx.url}/tickets?search=jane`, { headers: { 'x-request-id': 'no"id' } });
    await fetch(`${nginx.url}/readyz`, { headers: { 'x-request-id': 'probe' } });

    const [api] = await eventually(() => {
      const found = nginx.requests.filter(({ path }) => path === '/api/tickets' || path === '/tickets');
      return found.some(({ request_id }) => request_id === 'journey-7') ? found.reverse() : undefined;
    }).then((all) => [all.find(({ request_id }) => request_id === 'journey-7'), all] as const);

    expect(api).toMatchObject({ method: 'GET', path: '/api/tickets', status: 200, client: '127.0.0.1' });
    expect(JSON.stringify(nginx.requests)).not.toMatch(/jane|no\\"id|probe/);
    await eventually(() => server.output.includes('"journey-7"') || server.output.includes('journey-7'));
    expect(server.output).toContain('203.0.113.9');
  });
});
