import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadCsv, downloadLines } from './download-export';
import { ExportSource } from './export-source';
import { PartFile } from './part-file';

// A stand-in for Docket whose connections break, as in a network failure.

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let folder: string;
let answers: Answer[];
let requests: string[];
beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request.url ?? '');
    (answers.shift() ?? answer(500))(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
beforeEach(async () => {
  [answers, requests] = [[], []];
  folder = await mkdtemp(join(tmpdir(), 'docket-export-'));
});
afterEach(() => rm(folder, { recursive: true }));
afterAll(() => server.close());

const line = (id: number) => `{"id":${id},"title":"Ticket ${id}"}\n`;

function ending(lines: string, rows = lines.split('\n').length - 1): string {
  const sha256 = createHash('sha256').update(lines).digest('hex');
  return `${lines}${JSON.stringify({ _docket: { rows, sha256 } })}\n`;
}

const answer =
  (status: number, body: string | object = {}, headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'Docket-Changes-Cursor': `after-${requests.length}`, ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

/** Sends a text, then breaks the connection. */
const broken =
  (text: string): Answer =>
  (_request, response) => {
    response.writeHead(200, { 'Docket-Changes-Cursor': `after-${requests.length}` });
    response.write(text, () => response.destroy());
  };

const source = (query?: string, token?: string) =>
  new ExportSource(new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`), 'ndjson', query, token);

async function download(from = source()) {
  const reports: string[] = [];
  const path = join(folder, 'tickets.ndjson');
  const file = await PartFile.create(path);
  try {
    const result = await downloadLines(from, file, (text) => reports.push(text), 1);
    await file.complete();
    return { result, reports, text: await readFile(path, 'utf8') };
  } finally {
    await file.close();
  }
}

it('goes on behind the last whole line, and ends as if nothing had broken', async () => {
  answers = [broken(`${line(1)}${line(2)}{"id":3,"ti`), broken(line(3)), answer(200, ending(line(4)))];

  const { result, reports, text } = await download(source('status:open'));

  expect(text).toBe(ending(line(1) + line(2) + line(3) + line(4)));
  expect(result).toEqual({ rows: 4, cursor: 'after-1' });
  expect(requests.map((url) => new URL(url, 'http://x').search)).toEqual([
    '?format=ndjson&q=status%3Aopen',
    '?format=ndjson&q=status%3Aopen&after=2',
    '?format=ndjson&q=status%3Aopen&after=3',
  ]);
  expect(reports).toEqual([
    expect.stringMatching(/^The connection broke .*\. The export goes on behind ticket 2$/),
    expect.stringMatching(/behind ticket 3$/),
  ]);
});

it('goes on after an answer that ends early without an error, and after a restart', async () => {
  answers = [answer(200, line(1)), answer(503, { detail: 'Docket is stopping' }), answer(200, ending(''))];

  const { text, reports } = await download();

  expect(text).toBe(ending(line(1)));
  expect(reports[1]).toContain('Docket answers 503: Docket is stopping');
});

it('is empty for no tickets', async () => {
  answers = [answer(200, ending(''))];

  expect((await download()).result).toEqual({ rows: 0, cursor: 'after-1' });
});

it('gives up if it gets no further', async () => {
  answers = [broken(line(1)), ...Array<Answer>(9).fill(answer(502))];

  await expect(download()).rejects.toThrow('Docket answers 502');
  expect(requests).toHaveLength(6);
  expect(await readdir(folder)).toEqual(['tickets.ndjson.part']);
});

it.each([
  ['rows', ending(line(1), 2)],
  ['bytes', ending(line(1)).replace('Ticket', 'ticket')],
])('refuses an export whose %s are not those that it states', async (_, text) => {
  answers = [answer(200, text)];

  await expect(download()).rejects.toThrow('arrived damaged');
  expect(await readdir(folder)).toEqual(['tickets.ndjson.part']);
});

it.each([
  ['a query', 400, { errors: [{ parameter: 'q', detail: 'has no such field' }] }, '--query has no such field'],
  ['no token', 401, {}, 'Set DOCKET_TOKEN to a token with the scope tickets:read'],
  [
    'a role',
    403,
    { detail: 'The token has not the scope' },
    'Docket refused the export: The token has not the scope (403)',
  ],
  ['another server', 404, '<html>', 'did not respond like a Docket server (404)'],
])('says why Docket refuses %s, at once', async (_, status, body, message) => {
  answers = [answer(status, body)];

  await expect(download()).rejects.toThrow(message);
  expect(requests).toHaveLength(1);
  expect(await readdir(folder)).toEqual([]);
});

it('sends its token to nobody else', async () => {
  answers = [answer(307, '', { Location: 'http://127.0.0.1:1/' })];

  await expect(download(source(undefined, 'dkp_x'))).rejects.toThrow('did not respond like a Docket server (307)');
});

it('says that an address has no server', async () => {
  const nobody = new ExportSource(new URL('http://127.0.0.1:1'), 'ndjson', undefined, undefined);

  await expect(download(nobody)).rejects.toThrow('No server responds at http://127.0.0.1:1');
});

it('never replaces a file', async () => {
  answers = [answer(200, ending('')), answer(200, ending(''))];
  await download();

  await expect(download()).rejects.toThrow('There is already a file');
  expect(requests).toHaveLength(1);
});

it('starts a broken export as CSV again, because its rows cannot be counted', async () => {
  answers = [broken('id,title\r\n1,a')];
  const file = await PartFile.create(join(folder, 'tickets.csv'));

  await expect(downloadCsv(source(), file)).rejects.toThrow('Start the export again.');
  await file.close();
});
