import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, createTestDatabase, stopAllProcesses } from '@docket/testing';
import { DIST, Server } from './support/server';

const PACKAGE = join(DIST, '../libs/client');
const TSC = join(__dirname, '../../../node_modules/typescript/bin/tsc');

let database: TestDatabase;
let server: Server;
let project: string;
beforeAll(async () => {
  database = await createTestDatabase();
  server = await Server.start(database.settings);
  project = mkdtempSync(join(tmpdir(), 'docket-client-'));
  const [{ filename }] = JSON.parse(run('npm', ['pack', PACKAGE, '--json'])) as [{ filename: string }];
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }');
  run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', `./${filename}`]);
});
afterAll(async () => {
  await stopAllProcesses('SIGKILL');
  await database.remove();
  rmSync(project, { recursive: true, force: true });
});

const run = (command: string, args: readonly string[], env = {}): string =>
  execFileSync(command, args, { cwd: project, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '', ...env } });

/** The example of the README, and a mistake in a second file. */
const EXAMPLE = `
  import { createDocketClient, dataOf, pages } from '@docket/client';
  declare const process: { env: Record<string, string> };
  const docket = createDocketClient({ baseUrl: process.env['DOCKET_URL'] ?? '' });
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

it('works in a project that installs it', () => {
  writeFileSync(join(project, 'example.ts'), EXAMPLE);
  run(process.execPath, [
    TSC,
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2022',
    '--skipLibCheck',
    'example.ts',
  ]);

  const [titles, missing] = run(process.execPath, ['example.js'], { DOCKET_URL: server.url }).trim().split('\n');

  expect(JSON.parse(titles ?? '')).toEqual(['Ticket 3', 'Ticket 2', 'Ticket 1']);
  expect(missing).toContain('Ticket 999999 does not exist');
});

it('knows the types of the API', () => {
  writeFileSync(join(project, 'wrong.ts'), WRONG);
  const compile = () =>
    run(process.execPath, [
      TSC,
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2022',
      '--skipLibCheck',
      'wrong.ts',
    ]);

  expect(compile).toThrow();
});

it('brings one dependency along', () => {
  const { dependencies } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { dependencies: object };

  expect(Object.keys(dependencies)).toEqual(['openapi-fetch']);
});
