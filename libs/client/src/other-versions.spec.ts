import { createDocketClient } from './docket-client';
import { DocketError, dataOf } from './docket-error';
import { exportTickets } from './export-tickets';
import { followChanges } from './follow-changes';
import { importTickets } from './import-tickets';
import { pages } from './pages';

/** A client of an API with this response. */
const docketWith = (answer: () => Response) =>
  createDocketClient({ baseUrl: 'http://docket', retries: { tries: 1 }, fetch: () => Promise.resolve(answer()) });

describe('an API that is older than the client', () => {
  it('may leave out members of a page of changes', async () => {
    const page = { changes: [{ ticket_id: 7 }], next: '1.1.1' };

    const first = await followChanges(docketWith(() => Response.json(page))).next();

    expect(first.value).toEqual(page);
  });

  it('may have lists of one page, without links', async () => {
    const docket = docketWith(() => Response.json([{ id: 7 }]));
    const ids: number[] = [];
    for await (const { id } of pages((query) => docket.GET('/api/tickets', { params: { query } }))) ids.push(id);

    expect(ids).toEqual([7]);
  });

  it.each([
    ['changes', () => followChanges(docketWith(missing)).next()],
    ['exports', () => exportTickets(docketWith(missing))],
    ['imports', () => importTickets(docketWith(missing), '', { mediaType: 'text/csv' })],
  ])('says so if it has no %s', async (_, call) => {
    await expect(call()).rejects.toMatchObject({
      status: 404,
      message: 'Cannot GET /api/changes (about:blank, request r)',
    });
  });

  const missing = () =>
    Response.json({ type: 'about:blank', detail: 'Cannot GET /api/changes', request_id: 'r' }, { status: 404 });
});

describe('an API that is newer than the client', () => {
  it('may have more members, kinds of changes and lines', async () => {
    const change = { ticket_id: 7, kind: 'ticket.split', into: [8, 9] };
    const lines = ['{"_note":"new"}', '{"id":7,"colour":"red"}', '{"_docket":{"rows":1,"bytes":20}}', ''].join('\n');
    const exported = () => new Response(lines, { headers: { 'Docket-Changes-Cursor': '1.1.1' } });
    const page = { changes: [change], next: '1.1.1', caught_up: true, restored: false, lag: 3 };

    const first = await followChanges(docketWith(() => Response.json(page))).next();
    const { tickets } = await exportTickets(docketWith(exported));

    expect(first.value).toEqual(page);
    expect((await tickets.next()).value).toEqual({ id: 7, colour: 'red' });
    expect((await tickets.next()).done).toBe(true);
  });

  it('may have problems that the client does not know', async () => {
    const problem = { type: '/problems/new', detail: 'Something new', request_id: 'r', hint: 'Read the changes' };
    const refused = dataOf(docketWith(() => Response.json(problem, { status: 451 })).GET('/api/teams'));

    await expect(refused).rejects.toThrow(DocketError);
    await expect(refused).rejects.toMatchObject({ status: 451, problem });
  });
});

describe('something that is not Docket', () => {
  it.each([
    ['JSON without a cursor', () => Response.json({})],
    ['a page of HTML', () => new Response('<html>')],
  ])('ends the changes if it answers with %s', async (_, answer) => {
    await expect(followChanges(docketWith(answer)).next()).rejects.toThrow();
  });

  it('has a status and no problem if it answers with an error', async () => {
    const refused = dataOf(docketWith(() => new Response('Bad gateway', { status: 502 })).GET('/api/teams'));

    await expect(refused).rejects.toMatchObject({ status: 502, problem: undefined, message: 'The answer is 502' });
  });
});
