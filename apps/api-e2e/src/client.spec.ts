import { type TestDatabase, createTestDatabase, stopAllProcesses } from '@docket/testing';
import { Server } from './support/server';

let database: TestDatabase;
let server: Server;
beforeAll(async () => {
  database = await createTestDatabase();
  server = await Server.start(database.settings);
});
afterAll(async () => {
  await stopAllProcesses('SIGKILL');
  await database.remove();
});

const HTML = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } };

/** URL of the page's main script, whose name contains a hash. */
async function mainScript(): Promise<string> {
  const page = await (await server.fetch('/', HTML)).text();
  return `/${/src="(main-[\w-]{8}\.js)"/.exec(page)?.[1]}`;
}

it.each(['/', '/index.html', '/tickets', '/tickets/7?search=card', '/dashboard'])(
  'serves the page at %s',
  async (path) => {
    const page = await server.fetch(path, HTML);

    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(page.headers.has('etag')).toBe(false); // every response has its own nonce
  },
);

it('allows only scripts of this host, and styles with the nonce of this response', async () => {
  const [first, second] = [await server.fetch('/', HTML), await server.fetch('/', HTML)];

  const policy = first.headers.get('content-security-policy') ?? '';
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  expect(policy).toContain("default-src 'none'; script-src 'self';");
  expect(policy).not.toContain('unsafe');
  expect(await first.text()).toContain(`ngCspNonce="${nonce}"`);
  expect(second.headers.get('content-security-policy')).not.toContain(nonce);
});

it('lets browsers cache files with a hash in their name, and revalidate the others', async () => {
  const script = await server.fetch(await mainScript());
  const icon = await server.fetch('/favicon.svg');

  expect([script.status, script.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
  expect([icon.status, icon.headers.get('cache-control')]).toEqual([200, 'no-cache']);
});

it.each(['br', 'gzip'])('compresses a script with %s, but no API response', async (encoding) => {
  const headers = { 'accept-encoding': encoding };

  expect((await server.fetch(await mainScript(), { headers })).headers.get('content-encoding')).toBe(encoding);
  expect((await server.fetch('/api/openapi.json', { headers })).headers.get('content-encoding')).toBeNull();
});

it('serves a compressed file only in place of the file itself', async () => {
  expect((await server.fetch(`${await mainScript()}.br`)).status).toBe(404);
});

it('responds 304 for a file that has not changed', async () => {
  const path = await mainScript();
  const etag = (await server.fetch(path)).headers.get('etag') ?? '';

  // By default, fetch adds a Cache-Control that requests the whole file.
  const headers = { 'if-none-match': etag, 'cache-control': 'max-age=0' };
  expect((await server.fetch(path, { headers })).status).toBe(304);
});

it.each([
  '/main-00000000.js',
  '/assets/missing.png',
  '/api',
  '/api/nothing',
  '/api/tickets/x/y',
  '/healthz/x',
  '/..%2f..%2fpackage.json',
])('does not serve the page for %s', async (path) => {
  const response = await server.fetch(path, HTML);

  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
});

it('does not serve the page to a program that accepts something else', async () => {
  expect((await server.fetch('/dashboard', { headers: { accept: 'application/json' } })).status).toBe(404);
  expect((await server.fetch('/dashboard', { ...HTML, method: 'POST' })).status).toBe(404);
});

it('sends security headers and a request id with every response, but no HSTS', async () => {
  for (const path of ['/', '/api/tickets/', '/api/nothing', '/healthz']) {
    const { headers } = await server.fetch(path);

    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
  }
});

it('responds to other origins only if they are configured', async () => {
  const other = { headers: { origin: 'https://desk.example.com' } };
  const corsDatabase = await createTestDatabase();
  const corsServer = await Server.start({ ...corsDatabase.settings, CORS_ORIGINS: 'https://desk.example.com' });

  const rejected = await server.fetch('/api/tickets/', other);
  const allowed = await corsServer.fetch('/api/tickets/', other);

  expect(rejected.headers.get('access-control-allow-origin')).toBeNull();
  expect(allowed.headers.get('access-control-allow-origin')).toBe('https://desk.example.com');
  expect(allowed.headers.get('access-control-expose-headers')).toContain('X-Total-Count');
  await corsServer.stop();
  await corsDatabase.remove();
});
