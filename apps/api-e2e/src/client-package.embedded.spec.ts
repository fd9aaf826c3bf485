import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestDatabase, createTestDatabase, stopAllProcesses } from '@docket/testing';
import { CLIENT_PACKAGE, ClientProject, SET_UP_TIMEOUT_MS } from './support/client-project';
import { Server } from './support/server';

let database: TestDatabase;
let server: Server;
let project: ClientProject;
beforeAll(async () => {
  database = await createTestDatabase();
  server = await Server.start(database.settings);
  project = new ClientProject();
}, SET_UP_TIMEOUT_MS);
afterAll(async () => {
  await stopAllProcesses('SIGKILL');
  await database.remove();
  project.remove();
});

/** The example of the README, and a type error in a second file. */
const EXAMPLE = `
  import { createDocketClient, dataOf, pages } from '@docket/client';
  const docket = createDocketClient({ baseUrl: process.env.DOCKET_URL ?? '', token: process.env.DOCKET_TOKEN });
  const fields = { description: 'See the invoice', category: 'billing', priority: 'high' } as const;
  for (let n = 1; n <= 3; n++) await dataOf(docket.POST('/api/tickets', { body: { ...fields, title: 'Ticket ' + n } }));
  const titles: string[] = [];
  for await (const ticket of pages((query) => docket.GET('/api/tickets', { params: { query: { limit: 1, ...query } } }))) {
    titles.push(ticket.title);
  }
  console.log(JSON.stringify(titles));
  const missing = await dataOf(docket.GET('/api/tickets/{id}', { params: { path: { id: 999999 } } })).catch(String);
  console.log(missing);
`;
const WRONG = EXAMPLE.replace("'billing'", "'bills'");

it('works in a project that installs it', async () => {
  project.write('example.ts', EXAMPLE);
  project.compile('example.ts');
  const program = project.start('example.js', [], server.clientSettings);

  expect(await program.ended).toBe(0);
  const [titles, missing] = program.output.trim().split('\n');
  expect(JSON.parse(titles ?? '')).toEqual(['Ticket 3', 'Ticket 2', 'Ticket 1']);
  expect(missing).toContain('Ticket 999999 does not exist');
});

it('knows the types of the API', () => {
  project.write('wrong.ts', WRONG);

  expect(() => project.compile('wrong.ts')).toThrow(`Type '"bills"' is not assignable to type`);
});

it('brings one dependency along', () => {
  const manifest = readFileSync(join(CLIENT_PACKAGE, 'package.json'), 'utf8');

  expect(Object.keys((JSON.parse(manifest) as { dependencies: object }).dependencies)).toEqual(['openapi-fetch']);
});
