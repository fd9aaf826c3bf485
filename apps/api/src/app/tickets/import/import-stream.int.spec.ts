import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { eventually } from '@docket/testing';
import { ndjson } from '../../../testing/import-requests';
import { anyString, textContaining } from '../../../testing/matchers';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Ticket } from '../model/ticket.entity';

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
  await api.app.listen(0, '127.0.0.1');
});
beforeEach(() => api.database.query('DELETE FROM tickets'));
afterAll(() => api.close());

/** NDJSON of so many good rows. */
const many = (count: number) => ndjson(...Array.from({ length: count }, () => ({})));

/** Begins to send a file of NDJSON. */
function beginImport(): ClientRequest {
  const { port } = api.app.getHttpServer().address() as AddressInfo;
  const headers = { 'content-type': 'application/x-ndjson' };
  return request({ port, host: '127.0.0.1', method: 'POST', path: '/api/tickets/import/', headers });
}

function answerOf(sent: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => sent.once('response', resolve).once('error', reject));
}

async function countTickets(): Promise<number> {
  return api.database.getRepository(Ticket).count();
}

async function untilStored(tickets: number): Promise<void> {
  await eventually(async () => (await countTickets()) >= tickets);
}

describe('An import that is still being sent', () => {
  it('is stored while it arrives, and other requests are answered meanwhile', async () => {
    const file = beginImport();
    file.write(many(300));
    await untilStored(250);

    const others = await api.inject({ method: 'GET', url: '/api/tickets/?limit=1' });
    const answer = answerOf(file.end(many(300)));

    expect(others.statusCode).toBe(200);
    expect(await json(await answer)).toEqual({ imported: 600, rejected: 0, errors: [] });
  });

  it('keeps its complete batches, and nothing of the others, when the client goes away', async () => {
    const file = beginImport().on('error', () => undefined);
    file.write(many(600) + '{"title": "half a r');
    await untilStored(500);

    file.destroy();
    const next = await api.inject({
      method: 'POST',
      url: '/api/tickets/import/',
      headers: { 'content-type': 'application/x-ndjson' },
      payload: many(1),
    });

    expect(next.json()).toMatchObject({ imported: 1 });
    expect(await countTickets()).toBe(501);
  });

  it('is answered before its end when it cannot be read as a whole', async () => {
    const file = beginImport();
    file.setHeader('content-type', 'text/csv');
    file.write('subject,body\n');

    const answer = await answerOf(file);

    expect(answer.statusCode).toBe(400);
    file.destroy();
  });

  // the last one: after it there is no database
  it('answers 503, and says how much is in, when the database goes away', async () => {
    const file = beginImport();
    file.write(many(300));
    await untilStored(250);

    await api.database.destroy();
    const answer = await answerOf(file.end(many(300)));

    expect(answer.statusCode).toBe(503);
    expect(answer.headers).toMatchObject({
      'retry-after': anyString(),
      'content-type': textContaining('application/problem+json'),
    });
    expect(await json(answer)).toMatchObject({ detail: textContaining('Imported before that: 250') });
  });
});
