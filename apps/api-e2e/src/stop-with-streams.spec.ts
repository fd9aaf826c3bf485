import { once } from 'node:events';
import { connect } from 'node:net';
import { StreamReader, type TestDatabase, createTestDatabase, eventually, stopAllProcesses } from '@docket/testing';
import { Server } from './support/server';

let database: TestDatabase;
beforeEach(async () => (database = await createTestDatabase()));
afterEach(async () => {
  await stopAllProcesses('SIGKILL');
  await database.remove();
});

const READERS = 100; // maximum number of streams of an account

const change = async (server: Server, priority: string): Promise<void> => {
  const body = JSON.stringify({ priority });
  const headers = { 'content-type': 'application/json' };
  expect((await server.fetch('/api/tickets/1', { method: 'PATCH', headers, body })).status).toBe(200);
};

/** Number of changes that a reader has received since it opened its stream. */
const changes = ({ messages }: StreamReader) => messages.filter((text) => text.includes('"ticket.changed"')).length;

/** Sends a long-polling request for changes. The response resolves when the server has closed the connection. */
async function wait(server: Server, cursor: string): Promise<{ readonly response: Promise<string> }> {
  const socket = connect(server.port, '127.0.0.1').setEncoding('utf8');
  let text = '';
  socket.on('data', (more: string) => (text += more));
  const response = once(socket, 'close').then(() => text);
  const path = `/api/changes?wait=25&cursor=${cursor}`;
  socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n${server.headerLines}Expect: 100-continue\r\n\r\n`);
  await eventually(() => text.includes('100 Continue')); // the request is running now
  return { response };
}

it('ends a hundred streams and the requests that wait when it stops, and its readers miss nothing', async () => {
  const server = await Server.start(database.settings);
  expect((await server.post('Followed')).status).toBe(201);
  const readers = Array.from({ length: READERS }, () => new StreamReader());
  for (const reader of readers) await reader.open(server);
  await eventually(() => readers.every((reader) => reader.has('ready')));
  await change(server, 'critical');
  await eventually(() => readers.every((reader) => changes(reader) >= 1));
  const { next } = (await (await server.fetch('/api/changes')).json()) as { next: string };
  const waiting = await wait(server, next);

  server.signal('SIGTERM');

  expect(await server.ended).toBe(0);
  expect(await waiting.response).toMatch(/HTTP\/1\.1 200 OK/);
  await eventually(() => readers.every(({ isClosed }) => isClosed));
  expect(readers.filter(({ isComplete }) => isComplete)).toHaveLength(READERS);
  for (const { messages } of readers) expect(messages.at(-1)).toMatch(/^retry: [1-4]\d{3}$/);

  const again = await Server.start(database.settings);
  await change(again, 'high'); // while all readers are disconnected
  for (const reader of readers) await reader.open(again);
  await change(again, 'low');
  await eventually(() => readers.every((reader) => changes(reader) >= 2));

  expect(readers.some((reader) => reader.has('reset'))).toBe(false);
  readers.forEach((reader) => reader.close());
  expect(await again.stop()).toBe(0);
});
