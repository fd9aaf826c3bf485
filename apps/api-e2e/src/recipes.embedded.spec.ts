import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type TestDatabase, createTestDatabase, eventually, freePort, stopAllProcesses } from '@docket/testing';
import { ClientProject, SET_UP_TIMEOUT_MS } from './support/client-project';
import { Server } from './support/server';

const PAGE = readFileSync(join(__dirname, '../../../docs/client.md'), 'utf8');

/** Programs of the page by name, which is in their first line. */
const RECIPES = new Map(
  [...PAGE.matchAll(/```ts\n\/\/ ([a-z-]+)\.ts\n(.*?)```/gs)].map(([, name, code]) => [name, code]),
);

let database: TestDatabase;
let server: Server;
let project: ClientProject;
let receiverPort: number;
beforeAll(async () => {
  database = await createTestDatabase();
  receiverPort = await freePort();
  server = await Server.start({ ...database.settings, WEBHOOK_PRIVATE: `127.0.0.1:${receiverPort}` });
  project = new ClientProject('standardwebhooks@1.1.1');
  for (const [name, code] of RECIPES) project.write(`${name}.ts`, code ?? '');
  project.compile(...[...RECIPES.keys()].map((name) => `${name}.ts`));
}, SET_UP_TIMEOUT_MS);
afterAll(async () => {
  await stopAllProcesses('SIGKILL');
  await database.remove();
  project.remove();
});

const start = (recipe: string, args: readonly string[] = [], env = {}) =>
  project.start(`${recipe}.js`, args, { ...server.clientSettings, ...env });
/** Runs a recipe until it exits. */
async function run(recipe: string, ...args: readonly string[]) {
  const program = start(recipe, args);
  return { end: await program.ended, output: program.output };
}
const send = async (method: string, path: string, body: object): Promise<Record<string, unknown>> => {
  const headers = { 'content-type': 'application/json' };
  const response = await server.fetch(path, { method, headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${method} ${path} responded ${response.status}: ${await response.text()}`);
  return (await response.json()) as Record<string, unknown>;
};
const read = async <T>(path: string) => (await (await server.fetch(path)).json()) as T;
/** Rows of a recipe's database. */
function rows(file: string, sql: string): Record<string, unknown>[] {
  const opened = new DatabaseSync(join(project.folder, file));
  try {
    return opened.prepare(sql).all();
  } finally {
    opened.close();
  }
}

it('are five programs', () => {
  expect([...RECIPES.keys()]).toEqual([
    'file-a-ticket',
    'list-tickets',
    'mirror-tickets',
    'receive-webhooks',
    'import-a-file',
  ]);
});

describe('file-a-ticket', () => {
  it('files one ticket for a payment, however often it runs', async () => {
    const first = await run('file-a-ticket', '1001');
    const again = await run('file-a-ticket', '1001');
    const other = await run('file-a-ticket', '1002');

    expect(first).toEqual({ end: 0, output: expect.stringMatching(/^Ticket \d+\n$/) as string });
    expect(again).toEqual(first);
    expect(other.output).not.toBe(first.output);
  });

  it('says what is wrong with a ticket', async () => {
    const { end, output } = await run('file-a-ticket', '9'.repeat(190));

    expect(end).toBe(1);
    expect(output).toContain('/title: must be at most 200 characters');
  });
});

it('list-tickets prints what matches, over several pages', async () => {
  for (let n = 1; n <= 101; n++) await server.post(`Listed ${n}`);

  const { end, output } = await run('list-tickets', '"Listed" priority:low');

  const titles = output
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t')[2]);
  expect(end).toBe(0);
  expect(titles).toEqual(Array.from({ length: 101 }, (_, index) => `Listed ${101 - index}`));
});

describe('mirror-tickets', () => {
  const exported = async () => {
    const lines = (await (await server.fetch('/api/export')).text()).trimEnd().split('\n');
    return lines.slice(0, -1).map((line) => JSON.parse(line) as object);
  };
  const mirrored = () =>
    rows('mirror.db', 'SELECT ticket FROM tickets ORDER BY id').map(
      ({ ticket }) => JSON.parse(String(ticket)) as object,
    );
  const isEqual = () => eventually(async () => JSON.stringify(mirrored()) === JSON.stringify(await exported()));

  it('is an exact copy, also after it was killed', async () => {
    const program = start('mirror-tickets');
    await program.waitForOutput(/Following/);
    const { id } = await send('POST', '/api/tickets', ticket('Mirrored'));
    await send('PATCH', `/api/tickets/${String(id)}`, { status: 'closed' });
    await isEqual();

    await program.stop('SIGKILL');
    await send('PATCH', `/api/tickets/${String(id)}`, { title: 'Changed meanwhile' });
    const again = start('mirror-tickets');
    await isEqual();

    await again.stop('SIGKILL');
    expect(again.output.match(/Following/g)).toHaveLength(1);
  });

  it('starts again if the database of Docket was restored', async () => {
    const file = new DatabaseSync(join(project.folder, 'mirror.db'));
    file.exec(`DELETE FROM tickets; UPDATE position SET cursor = '1.1.1'`); // a cursor from before a restore of the database
    file.close();

    const program = start('mirror-tickets');
    await isEqual();

    await program.waitForOutput(/Following.*Following/s);
    await program.stop('SIGKILL');
  });
});

describe('receive-webhooks', () => {
  const received = () =>
    rows('inbox.db', 'SELECT body FROM deliveries').map(({ body }) => JSON.parse(String(body)) as object);

  it('stores each delivery once, also what Docket sent while it was away', async () => {
    const url = `http://127.0.0.1:${receiverPort}/`;
    const types = ['ticket.created', 'ticket.changed', 'import.batch'];
    const { id, secret } = await send('POST', '/api/webhooks', { name: 'Recipe', url, types });
    const env = { DOCKET_WEBHOOK_ID: String(id), DOCKET_WEBHOOK_SECRET: String(secret), PORT: String(receiverPort) };
    const program = start('receive-webhooks', [], env);
    await program.waitForOutput(/Listening/);
    await send('POST', '/api/tickets', ticket('Told'));
    await program.waitForOutput(/ticket.created \d+ \{\}/);

    await program.stop('SIGKILL');
    await send('PATCH', `/api/webhooks/${String(id)}`, { is_on: false });
    const { id: missed } = await send('POST', '/api/tickets', ticket('Missed'));
    const again = start('receive-webhooks', [], env);
    await again.waitForOutput(new RegExp(`ticket.created ${String(missed)}`));

    await eventually(async () => (await read<{ pending: number }>(`/api/webhooks/${String(id)}`)).pending === 0);
    const events = received().map((body) => (body as { data: { event_id: number } }).data.event_id);
    expect(new Set(events).size).toBe(events.length);
    expect(again.output.match(/^ticket\./gm)).toHaveLength(events.length - 1); // the first one was handled before
  });

  it('refuses what Docket has not signed, and what is too large', async () => {
    const post = (body: string) => fetch(`http://127.0.0.1:${receiverPort}/`, { method: 'POST', body });

    expect((await post('{"type":"ticket.created"}')).status).toBe(401);
    expect((await post('x'.repeat(70_000))).status).toBe(413);
  });
});

it('import-a-file imports each row once, and says which rows are not valid', async () => {
  const file = join(project.folder, 'tickets.csv');
  writeFileSync(
    file,
    'title,description,priority\nImported one,A text,high\nImported two,A text,sky-high\n,No title,low\n',
  );

  const first = await run('import-a-file', file);
  const again = await run('import-a-file', file);

  expect(first.end).toBe(1);
  expect(first.output).toContain('2 imported, 1 rejected, 0 known before');
  expect(first.output).toMatch(/Line 4: title .+/);
  expect(again.output).toBe(first.output);
  expect(await read<object[]>('/api/tickets?search=Imported')).toHaveLength(2);
});

function ticket(title: string) {
  return { title, description: 'Filed by a test.', category: 'general', priority: 'low' };
}
