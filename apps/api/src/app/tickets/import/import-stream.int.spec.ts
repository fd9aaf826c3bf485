import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { json, text } from 'node:stream/consumers';
import { eventually } from '@docket/testing';
import { ndjson } from '../../../testing/import-requests';
import { anyString, textContaining } from '../../../testing/matchers';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Ticket } from '../model/ticket.entity';

/** Rows without any column name. The header row may follow up to 20 other lines. */
const UNREADABLE = 'who,when\n'.repeat(30);

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
  await api.app.listen(0, '127.0.0.1');
});
beforeEach(() => api.database.query('DELETE FROM tickets'));
afterAll(() => api.close());

/** NDJSON of `count` valid rows. */
const validRows = (count: number) => ndjson(...Array.from({ length: count }, () => ({})));

/** Starts to send an NDJSON file. */
function startImport(query = ''): ClientRequest {
  const { port } = api.app.getHttpServer().address() as AddressInfo;
  const headers = { 'content-type': 'application/x-ndjson' };
  return request({ port, host: '127.0.0.1', method: 'POST', path: `/api/tickets/import/${query}`, headers });
}

function responseTo(sent: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => sent.once('response', resolve).once('error', reject));
}

async function countTickets(): Promise<number> {
  return api.database.getRepository(Ticket).count();
}

async function untilStored(tickets: number): Promise<void> {
  await eventually(async () => (await countTickets()) >= tickets);
}

describe('an import in progress', () => {
  it('stores rows while they arrive, and does not block other requests', async () => {
    const file = startImport();
    file.write(validRows(300));
    await untilStored(250);

    const others = await api.inject({ method: 'GET', url: '/api/tickets/?limit=1' });
    const response = responseTo(file.end(validRows(300)));

    expect(others.statusCode).toBe(200);
    expect(await json(await response)).toEqual({ imported: 600, rejected: 0, errors: [] });
  });

  it('keeps complete batches only if the client disconnects', async () => {
    const file = startImport().on('error', () => undefined);
    file.write(validRows(600) + '{"title": "half a r');
    await untilStored(500);

    file.destroy();
    const next = await api.inject({
      method: 'POST',
      url: '/api/tickets/import/',
      headers: { 'content-type': 'application/x-ndjson' },
      payload: validRows(1),
    });

    expect(next.json()).toMatchObject({ imported: 1 });
    expect(await countTickets()).toBe(501);
  });

  it.each([
    ['cannot be read', '', UNREADABLE, 400],
    ['is only checked', '?check=true', 'title\n' + 'A ticket\n'.repeat(2000), 200],
  ])('ends its connection without reading the rest if the file %s', async (_why, query, start, status) => {
    const file = startImport(query);
    file.setHeader('content-type', 'text/csv');
    file.on('error', () => undefined); // the connection closes while the file is being sent
    file.write(start);

    const response = await responseTo(file);
    await text(response);

    expect([response.statusCode, response.headers.connection]).toEqual([status, 'close']);
    await eventually(() => file.socket?.destroyed || (file.write('x'.repeat(65_536)), false));
  });

  it.each([
    ['cannot be read', '', UNREADABLE, 400],
    ['is only checked', '?check=true&default_category=general&default_priority=low', 'title\n', 200],
  ])('is answered also if the client reads once it has sent a file that %s', async (_why, query, start, status) => {
    const { port } = api.app.getHttpServer().address() as AddressInfo;
    const file = Buffer.from(start + `${'x'.repeat(999)}\n`.repeat(15_000));
    const head = [`POST /api/tickets/import${query} HTTP/1.1`, 'Host: 127.0.0.1', 'Content-Type: text/csv'];
    const socket = connect(port, '127.0.0.1').pause();
    await once(socket, 'connect');
    socket.write([...head, `Content-Length: ${file.length}`, '', ''].join('\r\n'));

    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject).write(file, () => resolve());
    });

    expect(await text(socket)).toMatch(new RegExp(`^HTTP/1.1 ${status} .*}$`, 's'));
  });

  it('receives its response early if the file cannot be read', async () => {
    const file = startImport();
    file.setHeader('content-type', 'text/csv');
    file.write(UNREADABLE);

    const response = await responseTo(file);

    expect(response.statusCode).toBe(400);
    file.destroy();
  });

  // The last test, because it destroys the database.
  it('responds 503 with the number of imported rows if the database becomes unavailable', async () => {
    const file = startImport();
    file.write(validRows(300));
    await untilStored(250);

    await api.database.destroy();
    const response = await responseTo(file.end(validRows(300)));

    expect(response.statusCode).toBe(503);
    expect(response.headers).toMatchObject({
      'retry-after': anyString(),
      'content-type': textContaining('application/problem+json'),
    });
    expect(await json(response)).toMatchObject({ detail: textContaining('Imported before that: 250') });
  });
});
