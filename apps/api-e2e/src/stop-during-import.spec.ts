import { request } from 'node:http';
import { connect } from 'node:net';
import { json } from 'node:stream/consumers';
import type { IncomingMessage } from 'node:http';
import { type TestDatabase, createTestDatabase, eventually, stopAllProcesses } from '@docket/testing';
import { Server } from './support/server';

let database: TestDatabase;
beforeEach(async () => (database = await createTestDatabase()));
afterEach(async () => {
  await stopAllProcesses('SIGKILL');
  await database.remove();
});

const rows = (count: number) =>
  '{"title":"Imported","description":"A row","category":"general","priority":"low"}\n'.repeat(count);

const storedTickets = async (server: Server) =>
  Number((await server.fetch('/api/tickets/?limit=1')).headers.get('x-total-count'));

it('stops an import on SIGTERM, answers with the last stored line, and exits with 0', async () => {
  const server = await Server.start(database.settings);
  const upload = request(`${server.url}/api/tickets/import/`, {
    method: 'POST',
    headers: { ...server.headers, 'content-type': 'application/x-ndjson' },
  });
  const response = new Promise<IncomingMessage>((resolve) => upload.once('response', resolve));
  upload.on('error', () => undefined);
  upload.write(rows(600));
  await eventually(async () => (await storedTickets(server)) >= 500);

  server.signal('SIGTERM');
  const answer = await response;
  const problem = (await json(answer)) as { detail: string };
  upload.destroy();

  expect([answer.statusCode, answer.headers.connection]).toEqual([503, 'close']);
  expect(problem.detail).toMatch(/^The server is stopping\. Imported before that: 600, up to the row of line 600$/);
  expect(await server.ended).toBe(0);
  expect(server.output).toContain('up to the row of line 600');
  const again = await Server.start(database.settings);
  expect(await storedTickets(again)).toBe(600);
});

it('exits with 0 although the client goes on sending its file', async () => {
  const server = await Server.start(database.settings);
  const { hostname, port, host } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  const send = (text: string) => socket.write(`${text.length.toString(16)}\r\n${text}\r\n`);
  const head = ['POST /api/tickets/import/ HTTP/1.1', `Host: ${host}`, 'Content-Type: application/x-ndjson'];
  socket.write([...head, 'Transfer-Encoding: chunked', '', ''].join('\r\n'));
  send(rows(600));
  const sending = setInterval(() => send(rows(1)), 20);
  try {
    await eventually(async () => (await storedTickets(server)) >= 500);

    server.signal('SIGTERM');

    expect(await server.ended).toBe(0);
  } finally {
    clearInterval(sending);
    socket.destroy();
  }
});

it('says on /readyz that it stops, while a request still runs', async () => {
  const server = await Server.start(database.settings);
  const upload = request(`${server.url}/api/tickets/`, {
    method: 'POST',
    headers: { ...server.headers, 'content-type': 'application/json', 'content-length': '10' },
  });
  upload.on('error', () => undefined);
  upload.flushHeaders();
  await server.fetch('/healthz');

  server.signal('SIGTERM');
  const detail = await eventually(async () => {
    const probe = await server.fetch('/readyz');
    return probe.status === 503 && ((await probe.json()) as { detail: string }).detail;
  });
  upload.destroy();

  expect(detail).toBe('The server is stopping (stopping)');
  expect(await server.ended).toBe(0);
});
