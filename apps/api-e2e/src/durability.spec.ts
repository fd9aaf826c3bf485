import { type TestDatabase, createTestDatabase, stopAllProcesses } from '@docket/testing';
import { Server } from './support/server';

let database: TestDatabase;
beforeEach(async () => (database = await createTestDatabase()));
afterEach(async () => {
  await stopAllProcesses('SIGKILL');
  await database.remove();
});

it('loses no acknowledged write when it is killed during writes', async () => {
  const server = await Server.start(database.settings);
  const acknowledged: number[] = [];
  const write = async (writer: number) => {
    for (let i = 0; ; i++) {
      const response = await server.post(`Ticket ${i} of writer ${writer}`);
      if (response.status === 201) acknowledged.push(((await response.json()) as { id: number }).id);
      if (acknowledged.length === 100) server.signal('SIGKILL');
    }
  };

  await Promise.allSettled([1, 2, 3, 4].map(write)); // each one ends with the server
  expect(await server.ended).toBe('SIGKILL');
  const again = await Server.start(database.settings);

  expect(acknowledged.length).toBeGreaterThanOrEqual(100);
  for (const id of acknowledged) expect((await again.fetch(`/api/tickets/${id}/`)).status).toBe(200);
});
