import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { portOf } from '../../../../testing/open-response';
import { type TestApp, startTestApp } from '../../../../testing/test-app';
import { commandContext } from '../../../platform/startup/command';
import { SCHEMA } from '../../../schema/schema';
import { EXPORT_COMMAND } from './export-command';

// The command against a running Docket.

let api: TestApp;
let url: string;
let folder: string;
beforeAll(async () => {
  api = await startTestApp();
  url = `http://127.0.0.1:${await portOf(api.app)}/`;
  await api.database.query(
    `INSERT INTO tickets (title, description, category, priority, tags)
     SELECT 'Ticket ' || n || U&'\\2028ü', E'a "quoted"\\nline', 'billing', 'low', CASE WHEN n % 2 = 0 THEN ARRAY['vip'] ELSE '{}'::text[] END
     FROM generate_series(1, 1500) AS n`,
  );
});
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'docket-export-'))));
afterEach(() => rm(folder, { recursive: true }));
afterAll(() => api.close());

const run = (...args: string[]) => EXPORT_COMMAND.run(args, commandContext(SCHEMA));
const exported = async (query: string) => (await api.inject({ method: 'GET', url: `/api/export?${query}` })).body;

it('writes what the API exports', async () => {
  const path = join(folder, 'tickets.ndjson');

  const { lines, data } = await run(path, '--url', url);

  expect(await readFile(path, 'utf8')).toBe(await exported(''));
  expect(lines[0]).toBe(`Exported 1500 tickets to ${path}.`);
  expect(data).toMatchObject({ format: 'ndjson', rows: 1500, cursor: expect.any(String) as unknown });
  expect(await readdir(folder)).toEqual(['tickets.ndjson']);
});

it('writes the tickets of a query as CSV', async () => {
  const path = join(folder, 'vip.CSV');

  await run(path, '--url', url, '--query', 'tag:vip ticket');

  const text = await readFile(path, 'utf8');
  expect(text).toBe(await exported('format=csv&q=tag:vip%20ticket'));
  expect(text.match(/\r\n/g)).toHaveLength(751);
});

it('names what is wrong with a query', async () => {
  await expect(run(join(folder, 'x.ndjson'), '--url', url, '--query', 'statu:open')).rejects.toThrow(
    /^--query .*statu/,
  );
});

it.each([[[]], [['one', 'two']], [['x', '--url', 'desk.example.com']], [['x', '--format', 'csv']]])(
  'explains itself after the arguments %j',
  async (args) => {
    await expect(run(...args)).rejects.toThrow(/^Usage: docket export FILE/);
  },
);
