import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, createTestDatabase, eventually, stopAllProcesses } from '@docket/testing';
import { Server } from './support/server';

let database: TestDatabase;
beforeEach(async () => (database = await createTestDatabase()));
afterEach(async () => {
  await stopAllProcesses('SIGKILL');
  await database.remove();
});

it('prints its URL, access, database and classifier without secrets, and is ready', async () => {
  const server = await Server.start({ ...database.settings, GEMINI_API_KEY: 'AIzaNotARealKey' });

  expect((await server.fetch('/readyz')).status).toBe(200);
  expect(server.output).toContain('"classifier":"Gemini (gemini-3.5-flash-lite), else the words of the ticket"');
  expect(server.output).toMatch(/"access":"(open|closed): /);
  expect(server.output).toMatch(/"database":"(embedded|PostgreSQL)/);
  expect(server.output).not.toContain('AIzaNotARealKey');
  const password = new URL(database.settings['DATABASE_URL'] ?? 'none://').password;
  if (password) expect(server.output).not.toContain(password);
});

it('names every invalid setting and exits, without a stack', async () => {
  const server = new Server({ ...database.settings, PORT: 'http', CLASSIFY_DEADLINE_MS: '-1' });

  expect(await server.ended).toBe(1);
  expect(server.output).toMatch(/^(PORT|CLASSIFY_DEADLINE_MS) .*\n(PORT|CLASSIFY_DEADLINE_MS) .*\n$/);
});

it('reports in one line a port that is in use, and releases the database', async () => {
  const first = await Server.start(database.settings);
  const other = await createTestDatabase();
  const second = new Server({ ...other.settings, PORT: String(first.port) });

  expect(await second.ended).toBe(1);
  expect(second.output.trimEnd().split('\n').at(-1)).toMatch(/^Port \d+ on 127\.0\.0\.1 is in use\. /);
  await other.remove();
});

it('reads .env in its working directory; the environment takes precedence', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'docket-e2e-env-'));
  writeFileSync(join(folder, '.env'), 'GEMINI_API_KEY=" "\nCLASSIFIER=gemini\nCLASSIFY_DEADLINE_MS=never\n');

  const server = await Server.start({ ...database.settings, CLASSIFY_DEADLINE_MS: '2000' }, folder);

  expect(server.output).toContain('"classifier":"not configured');
  await server.stop();
  rmSync(folder, { recursive: true });
});

it.each<{ signals: NodeJS.Signals[] }>([
  { signals: ['SIGTERM'] },
  { signals: ['SIGINT'] },
  { signals: ['SIGINT', 'SIGTERM'] }, // in a row, as under npm, where Ctrl-C arrives twice
])('finishes running requests on $signals, then exits with 0', async ({ signals }) => {
  const server = await Server.start(database.settings);
  const body = JSON.stringify({
    title: 'Half sent',
    description: 'The rest comes later.',
    category: 'general',
    priority: 'low',
  });
  const client = connect(server.port, '127.0.0.1');
  let response = '';
  client.on('data', (chunk) => (response += chunk.toString()));
  client.write(
    `POST /api/tickets/ HTTP/1.1\r\nHost: localhost\r\n${server.headerLines}Content-Type: application/json\r\nExpect: 100-continue\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`,
  );
  await eventually(() => response.includes('100 Continue')); // the request is running now

  for (const signal of signals) server.signal(signal);
  await eventually(() => rejectsConnections(server.port));
  client.write(body);
  await once(client, 'close');

  expect(response).toContain('HTTP/1.1 201 Created');
  expect(await server.ended).toBe(0);
  const again = await Server.start(database.settings);
  expect(await (await again.fetch('/api/tickets/')).json()).toMatchObject([{ title: 'Half sent' }]);
});

it('serves requests for DRAIN_SECONDS after the signal, while it says that it stops', async () => {
  const server = await Server.start({ ...database.settings, DRAIN_SECONDS: '5' });

  server.signal('SIGTERM');
  await eventually(async () => (await server.fetch('/readyz')).status === 503);
  const probe = (await (await server.fetch('/readyz')).json()) as object;
  const filed = await server.post('While it drains');

  expect(probe).toMatchObject({ reasons: ['stopping'], writable: true });
  expect([filed.status, filed.headers.get('connection')]).toEqual([201, 'close']);
  expect(await server.ended).toBe(0);
});

it('serves metrics with its version on METRICS_PORT, and says where', async () => {
  const server = await Server.start({ ...database.settings, METRICS_PORT: '0' });
  const [, url = ''] = /Metrics at (http:\/\/127\.0\.0\.1:\d+\/metrics)/.exec(server.output) ?? [];

  expect(await (await fetch(url)).text()).toMatch(
    /^docket_build_info\{version="\d+\.\d+\.\d+(\+[\da-f]+(-dirty)?)?"\} 1$/m,
  );
});

it('exits immediately at a second signal', async () => {
  const server = await Server.start(database.settings);
  const client = connect(server.port, '127.0.0.1');
  let response = '';
  client.on('data', (chunk) => (response += chunk.toString())).on('error', () => undefined);
  client.write(
    `POST /api/tickets/ HTTP/1.1\r\nHost: localhost\r\n${server.headerLines}Expect: 100-continue\r\nContent-Length: 9\r\n\r\n`,
  );
  await eventually(() => response.includes('100 Continue'));

  server.signal('SIGINT');
  await eventually(() => rejectsConnections(server.port));
  const repeatSignal = setInterval(() => server.signal('SIGINT'), 100);

  expect(await server.ended).toBe(1);
  clearInterval(repeatSignal);
});

async function rejectsConnections(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return false;
  } catch {
    return true;
  } finally {
    socket.destroy();
  }
}
