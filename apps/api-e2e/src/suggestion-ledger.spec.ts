import { type TestDatabase, createTestDatabase, eventually, stopAllProcesses } from '@docket/testing';
import { Server } from './support/server';

/** Maximum number of attempts: a killed process may still have written its data. */
const ATTEMPTS = 5;

let database: TestDatabase;
beforeEach(async () => (database = await createTestDatabase()));
afterEach(async () => {
  await stopAllProcesses('SIGKILL');
  await database.remove();
});

const post = (server: Server, path: string, body: object) =>
  server.fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

async function ask(server: Server): Promise<string> {
  const response = await post(server, '/api/tickets/classify/', {
    description: 'I was charged twice for one invoice.',
  });
  expect(response.status).toBe(200);
  return ((await response.json()) as { suggestion_id: string }).suggestion_id;
}

/**
 * Files a ticket as a person who saw the suggestion.
 * @returns the API's record of the suggestion
 */
async function file(server: Server, suggestionId: string): Promise<string | null> {
  const response = await post(server, '/api/tickets/', {
    title: 'Charged twice',
    description: 'I was charged twice for one invoice.',
    category: 'billing',
    priority: 'low',
    suggestion_id: suggestionId,
    suggestion_shown: new Date().toISOString(),
  });
  expect(response.status).toBe(201);
  return response.headers.get('docket-suggestion');
}

const quality = async (server: Server) =>
  (await (await server.fetch('/api/quality/')).json()) as {
    recorded: number;
    dropped: number;
    acceptance: { n: number; right: number };
  };

it('files tickets with suggestions of a process that was killed before it wrote them down', async () => {
  let server = await Server.start(database.settings);
  const written = await ask(server);
  await eventually(async () => (await quality(server)).recorded === 1);
  let lost = '';
  let before = 1;
  for (let attempt = 1; ; attempt++) {
    lost = await ask(server);
    await server.stop('SIGKILL');
    server = await Server.start(database.settings);
    const { recorded } = await quality(server);
    if (recorded === before) break;
    if (attempt === ATTEMPTS) throw new Error('Each suggestion was written down before the process died');
    before = recorded;
  }

  expect(await file(server, written)).toBe('recorded');
  expect(await file(server, lost)).toBe('recorded');
  expect(await file(server, lost)).toBe('unknown');

  // The ticket of the lost suggestion counts as neither accepted nor overridden, because its suggestion is unknown.
  expect(await quality(server)).toMatchObject({ recorded: before, dropped: 1, acceptance: { n: 1, right: 1 } });
});
