import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type Server, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runImportCommand } from '../../../testing/import-command';
import { ndjson, storedTickets } from '../../../testing/import-requests';
import { type TestApp, startTestApp } from '../../../testing/test-app';

let api: TestApp;
let folder: string;
let proxy: Server;
let isCutting: boolean;
/** Number of requests that the proxy refuses, as if the token had started too many imports. */
let refusals = 0;

/** A proxy that closes the connection instead of passing on a response, or refuses requests. */
async function startProxy(): Promise<void> {
  const { port } = api.app.getHttpServer().address() as AddressInfo;
  proxy = createServer((incoming, outgoing) => {
    if (refusals-- > 0) {
      return void incoming.resume().on('end', () => outgoing.writeHead(429, { 'Retry-After': '1' }).end('{}'));
    }
    const { method, url, headers } = incoming;
    const forwarded = request({ port, method, path: url, headers: { ...headers, host: `127.0.0.1:${port}` } });
    forwarded.on('response', (response) => {
      if (isCutting) return void response.resume().on('end', () => outgoing.destroy());
      outgoing.writeHead(response.statusCode ?? 0, response.headers);
      response.pipe(outgoing);
    });
    incoming.pipe(forwarded);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
}

beforeAll(async () => {
  api = await startTestApp();
  await api.app.listen(0, '127.0.0.1');
  await startProxy();
});
beforeEach(async () => {
  await api.database.query('DELETE FROM tickets');
  folder = mkdtempSync(join(tmpdir(), 'docket-import-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
afterAll(async () => {
  proxy.closeAllConnections();
  await new Promise((resolve) => proxy.close(resolve));
  await api.close();
});

it('continues as it says after a lost response, and stores no row twice', async () => {
  writeFileSync(join(folder, 'tickets.jsonl'), ndjson({ title: 'one' }, { title: '' }, { title: 'three' }));
  const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  isCutting = true;

  const interrupted = await runImportCommand(api, folder, ['tickets.jsonl', '--url', url]);

  expect(interrupted.code).toBe(2);
  expect(interrupted.errors).toContain(`The connection to ${url} failed`);
  const advice = /--from-line 1 --resume [0-9a-f]{12}/.exec(interrupted.errors)?.[0] ?? '';
  isCutting = false;
  const again = await runImportCommand(api, folder, ['tickets.jsonl', '--url', url, ...advice.split(' ')]);

  expect(again.output).toContain('Imported 2 rows');
  expect(again.output).toContain('Rejected 1 row');
  expect(await storedTickets(api)).toMatchObject([{ title: 'one' }, { title: 'three' }]);
});

it('refuses to resume with another file or other options', async () => {
  writeFileSync(join(folder, 'tickets.jsonl'), ndjson({ title: 'one' }));
  await runImportCommand(api, folder, ['tickets.jsonl', '--resume', '0123456789ab']);

  const { code, errors } = await runImportCommand(api, folder, [
    'tickets.jsonl',
    '--resume',
    '0123456789ab',
    '--default-priority',
    'high',
  ]);

  expect(code).toBe(2);
  expect(errors).toContain('--resume belongs to another file, or to other options');
  expect(await storedTickets(api)).toHaveLength(1);
});

it('waits as long as the server says when the token has started too many imports', async () => {
  writeFileSync(join(folder, 'tickets.jsonl'), ndjson({ title: 'one' }, { title: 'two' }));
  const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  [isCutting, refusals] = [false, 2];

  const { code, output } = await runImportCommand(api, folder, ['tickets.jsonl', '--url', url]);

  expect([code, refusals]).toEqual([0, -1]);
  expect(output).toContain('Imported 2 rows');
});
