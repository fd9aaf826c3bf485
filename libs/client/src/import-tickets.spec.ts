import { createDocketClient } from './docket-client';
import { importTickets } from './import-tickets';

const FILE = 'title,description\nLate,"Where is it?"\n';
const RESULT = { imported: 1, rejected: 0, errors: [] };
const done = () => Promise.resolve(Response.json(RESULT));
const stopping = () => Promise.resolve(Response.json({ type: 'about:blank' }, { status: 503 }));
const inFlight = () => Promise.resolve(Response.json({ type: '/problems/idempotency-key-in-flight' }, { status: 409 }));
const broken = () => Promise.reject(new TypeError('fetch failed'));

/** Imports into an API with these responses, in order. */
async function importInto(answers: readonly (() => Promise<Response>)[], file: Blob | string, options = {}) {
  const sent: { key: string | null; type: string | null; body: string; url: string }[] = [];
  const fetch = async (request: Request) => {
    const { headers, url } = request;
    sent.push({
      url,
      key: headers.get('Idempotency-Key'),
      type: headers.get('Content-Type'),
      body: await request.text(),
    });
    return (answers[sent.length - 1] ?? done)();
  };
  const docket = createDocketClient({ baseUrl: 'http://docket', fetch });
  const retries = { firstDelayMs: 0, maxDelayMs: 1, tries: 3 };
  const result = await importTickets(docket, file, { mediaType: 'text/csv', retries, ...options }).catch(
    (error: unknown) => error,
  );
  return { sent, result };
}

it.each([
  ['a text', FILE],
  ['a Blob', new Blob([FILE])],
])('uploads %s as it is', async (_, file) => {
  const { sent, result } = await importInto([done], file, { query: { default_priority: 'low' }, key: 'mine' });

  expect(result).toEqual(RESULT);
  expect(sent).toEqual([
    { url: 'http://docket/api/tickets/import?default_priority=low', key: 'mine', type: 'text/csv', body: FILE },
  ]);
});

it.each([
  ['the upload breaks off', broken],
  ['Docket restarts', stopping],
  ['the first upload still runs', inFlight],
])('sends the same file with the same key again if %s', async (_, first) => {
  const { sent, result } = await importInto([first, first, done], new Blob([FILE]));

  expect(result).toEqual(RESULT);
  expect(sent.map(({ body }) => body)).toEqual([FILE, FILE, FILE]);
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
});

it('gives up after the last try', async () => {
  expect((await importInto([stopping, stopping, stopping], FILE)).result).toMatchObject({ status: 503 });
  expect((await importInto([broken, broken, broken], FILE)).result).toBeInstanceOf(TypeError);
});

it('does not repeat what the API refuses', async () => {
  const refuse = () => Promise.resolve(Response.json({ type: '/problems/validation' }, { status: 400 }));
  const { sent, result } = await importInto([refuse], FILE);

  expect(sent).toHaveLength(1);
  expect(result).toMatchObject({ name: 'DocketError', status: 400 });
});
