import { type Socket, connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { type TestDatabase, createTestDatabase, stopAllProcesses } from '@docket/testing';
import { Server } from './support/server';

let database: TestDatabase;
beforeEach(async () => (database = await createTestDatabase()));
afterEach(async () => {
  await stopAllProcesses('SIGKILL');
  await database.remove();
});

/** Number of readers, above the number of database connections. */
const READERS = 16;

it('serves others while clients do not read the longest pages that they asked for', async () => {
  const server = await Server.start({ ...database.settings, DATABASE_POOL_SIZE: '2' });
  for (let index = 0; index < 10; index++) {
    const ticket = { title: 'Long', description: '🖨'.repeat(100_000), category: 'general', priority: 'low' };
    const response = await server.fetch('/api/tickets/', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(ticket),
    });
    expect(response.status).toBe(201);
  }

  const readers: Socket[] = [];
  for (let index = 0; index < READERS; index++) {
    const reader = connect(server.port, '127.0.0.1')
      .pause()
      .on('error', () => undefined);
    reader.write(`GET /api/tickets/?limit=200 HTTP/1.1\r\nHost: localhost\r\n${server.headerLines}\r\n`.repeat(8));
    readers.push(reader);
  }
  const statuses = await Promise.all(
    Array.from({ length: 20 }, () => fetchPatiently(server, '/api/tickets/?search=long&limit=1')),
  );

  expect(statuses).toEqual(statuses.map(() => 200));
  expect((await server.fetch('/readyz')).status).toBe(200);
  readers.forEach((reader) => reader.destroy());
});

/** Fetches with `Retry-After`: with two connections, a slow machine refuses some of many requests. */
async function fetchPatiently(server: Server, path: string, tries = 3): Promise<number> {
  const response = await server.fetch(path);
  await response.text();
  if (response.status !== 503 || tries === 1) return response.status;
  await setTimeout(1000 * Number(response.headers.get('retry-after')));
  return fetchPatiently(server, path, tries - 1);
}
