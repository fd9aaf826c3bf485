import { createDocketClient } from './docket-client';
import { exportTickets } from './export-tickets';

const CURSOR = '4294967297.752.1';
const row = (id: number) => `${JSON.stringify({ id, title: `Ticket ${id} – ü` })}\n`;
const end = (rows: number) => `${JSON.stringify({ _docket: { rows, sha256: 'f'.repeat(64) } })}\n`;

/** A response whose body arrives in small chunks, and then ends or breaks. */
function exported(text: string, { isBroken = false, cursor = CURSOR } = {}): Response {
  const bytes = new TextEncoder().encode(text);
  let position = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (position < bytes.length) return controller.enqueue(bytes.slice(position, (position += 7)));
      if (isBroken) controller.error(new TypeError('terminated'));
      else controller.close();
    },
  });
  return new Response(body, { headers: { 'Docket-Changes-Cursor': cursor, 'Content-Type': 'application/x-ndjson' } });
}

/** Exports from an API with these responses, in order. */
async function exportFrom(answers: readonly Response[], options = {}) {
  const urls: string[] = [];
  const fetch = ({ url }: Request) => {
    urls.push(url.replace('http://docket', ''));
    return Promise.resolve(answers[urls.length - 1] ?? Response.json({}, { status: 500 }));
  };
  const docket = createDocketClient({ baseUrl: 'http://docket', fetch, retries: { tries: 1 } });
  const { cursor, tickets } = await exportTickets(docket, options);
  const ids: number[] = [];
  for await (const { id, title } of tickets) {
    expect(title).toBe(`Ticket ${id} – ü`);
    ids.push(id);
  }
  return { urls, cursor, ids };
}

it('reads each ticket of an export, whatever the chunks', async () => {
  const { urls, cursor, ids } = await exportFrom([exported(row(1) + row(7) + end(2))], { q: 'status:open' });

  expect(urls).toEqual(['/api/export?q=status%3Aopen']);
  expect(cursor).toBe(CURSOR);
  expect(ids).toEqual([1, 7]);
});

it.each([
  ['a connection that breaks in a line', exported(`${row(1)}${row(7)}{"id":8,"ti`, { isBroken: true })],
  ['an end without the last line', exported(row(1) + row(7))],
])('goes on behind the last ticket after %s, with the first cursor', async (_, broken) => {
  const rest = exported(row(8) + end(1), { cursor: 'a later one' });
  const { urls, cursor, ids } = await exportFrom([broken, rest]);

  expect(urls).toEqual(['/api/export', '/api/export?after=7']);
  expect(cursor).toBe(CURSOR);
  expect(ids).toEqual([1, 7, 8]);
});

it('goes on after a Docket that restarts meanwhile', async () => {
  const broken = exported(row(1), { isBroken: true });
  const away = () => new Response(undefined, { status: 503 });
  const { urls, ids } = await exportFrom([broken, away(), away(), exported(row(8) + end(1))], {
    retries: { firstDelayMs: 0 },
  });

  expect(urls).toEqual(['/api/export', '/api/export?after=1', '/api/export?after=1', '/api/export?after=1']);
  expect(ids).toEqual([1, 8]);
});

it('goes on as often as it may', async () => {
  const broken = () => exported(row(1), { isBroken: true });

  await expect(exportFrom([broken()], { retries: { tries: 1 } })).rejects.toThrow('ended early, behind ticket 1');
});

it('fails if tickets are missing', async () => {
  await expect(exportFrom([exported(row(1) + end(2))])).rejects.toThrow('The export has 1 tickets instead of 2');
});

it('fails with the problem of the API', async () => {
  const problem = { type: '/problems/validation', detail: 'q has an error', request_id: 'r' };

  await expect(exportFrom([Response.json(problem, { status: 400 })])).rejects.toMatchObject({ status: 400, problem });
});

it('fails for a page that is no export', async () => {
  await expect(exportFrom([new Response('<html>')])).rejects.toThrow('no export of Docket');
});
