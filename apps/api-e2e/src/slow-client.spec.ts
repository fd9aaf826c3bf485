import { once } from 'node:events';
import { connect } from 'node:net';
import { type TestDatabase, createTestDatabase, stopAllProcesses } from '@docket/testing';
import { Server } from './support/server';

let database: TestDatabase;
beforeEach(async () => (database = await createTestDatabase()));
afterEach(async () => {
  await stopAllProcesses('SIGKILL');
  await database.remove();
});

it('disconnects a client that never finishes its headers, and serves others meanwhile', async () => {
  const server = await Server.start(database.settings);
  const slow = connect(server.port, '127.0.0.1');
  let response = '';
  slow.on('data', (chunk) => (response += chunk.toString())).on('error', () => undefined);
  slow.write('GET /api/tickets/ HTTP/1.1\r\nHost: localhost\r\n');
  const drip = setInterval(() => slow.write('X-Drip: 1\r\n'), 500);

  const closed = once(slow, 'close');
  expect((await server.fetch('/api/tickets/')).status).toBe(200);
  await closed;

  clearInterval(drip);
  expect(response).toMatch(/^HTTP\/1\.1 408 /);
});
