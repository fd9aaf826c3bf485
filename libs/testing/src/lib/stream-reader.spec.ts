import { type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { eventually } from './eventually';
import { StreamReader } from './stream-reader';

/** Responses of a fake API, and the Last-Event-ID headers of its readers. */
const responses: ServerResponse[] = [];
const named: unknown[] = [];
let server: Server;
let source: { readonly url: string; readonly headers: Readonly<Record<string, string>> };
let status = 200;
beforeEach(async () => {
  [responses.length, named.length, status] = [0, 0, 200];
  server = createServer((request, response) => {
    named.push(request.headers['last-event-id']);
    responses.push(response.writeHead(status, { 'content-type': 'text/event-stream' }));
    response.flushHeaders();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  source = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, headers: {} };
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

it('resumes after the last event that it has got as a whole', async () => {
  const reader = new StreamReader();
  await reader.open(source);
  responses[0]?.write('id: 1.1.1\nevent: ready\ndata: {}\n\nid: 1.1.2\nevent: change\n');
  await eventually(() => reader.has('ready'));
  responses[0]?.destroy();
  await eventually(() => reader.isClosed);
  expect(reader.isComplete).toBe(false);

  await reader.open(source);
  responses[1]?.end('retry: 1000\n\n');
  await eventually(() => reader.isClosed);

  expect([reader.isComplete, reader.messages]).toEqual([true, ['retry: 1000']]);
  expect(named).toEqual([undefined, '1.1.1']);
});

it('opens no stream that is refused', async () => {
  status = 503;

  await expect(new StreamReader().open(source)).rejects.toThrow('503');
});
