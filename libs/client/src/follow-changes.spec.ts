import { createDocketClient } from './docket-client';
import { followChanges } from './follow-changes';

const page = (next: string, ticketId: number) => ({
  changes: [{ ticket_id: ticketId, kind: 'ticket.changed' }],
  next,
  caught_up: true,
  restored: false,
});

/** Follows an API with these pages, until all of them are read. */
async function follow(pages: readonly object[], options = {}) {
  const urls: string[] = [];
  const fetch = (request: Request) => {
    urls.push(request.url);
    return Promise.resolve(Response.json(pages[urls.length - 1] ?? {}));
  };
  const docket = createDocketClient({ baseUrl: 'http://docket', fetch });
  const seen: string[] = [];
  for await (const { next } of followChanges(docket, options)) {
    seen.push(next);
    if (seen.length === pages.length) break;
  }
  return { urls: urls.map((url) => url.replace('http://docket/api/changes', '')), seen };
}

it('goes on from the cursor of each page', async () => {
  const { urls, seen } = await follow([page('1.1.1', 7), page('1.1.2', 8)], { cursor: 'start' });

  expect(urls).toEqual(['?wait=25&cursor=start', '?wait=25&cursor=1.1.1']);
  expect(seen).toEqual(['1.1.1', '1.1.2']);
});

it('starts now without a cursor, and asks for tickets if wanted', async () => {
  expect((await follow([page('1.1.1', 7)], { withTickets: true })).urls).toEqual(['?wait=25&include=ticket']);
});

it('ends with the problem of the API', async () => {
  const fetch = () => Promise.resolve(Response.json({ type: 't', detail: 'd', request_id: 'r' }, { status: 400 }));
  const changes = followChanges(createDocketClient({ baseUrl: 'http://docket', fetch }), { cursor: 'none' });

  await expect(changes.next()).rejects.toMatchObject({ name: 'DocketError', status: 400 });
});

describe('an error that is not one of the API', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  /** Follows with a `fetch` that fails once. Returns the first page or the error, and the reported errors. */
  async function followAfter(error: Error, baseUrl = 'http://docket') {
    const reported: unknown[] = [];
    const fetch = jest
      .fn()
      .mockRejectedValueOnce(error)
      .mockResolvedValue(Response.json(page('1.1.1', 7)));
    const docket = createDocketClient({ baseUrl, fetch, retries: { tries: 1 } });
    const changes = followChanges(docket, { cursor: 'start', onAway: (reason) => void reported.push(reason) });
    const first = changes.next().then(
      ({ value }) => (value as { next: string }).next,
      (reason: Error) => reason.message,
    );
    await jest.advanceTimersByTimeAsync(60_000);
    return { first: await first, reported };
  }

  const caused = (cause: object, message = 'fetch failed') => new TypeError(message, { cause });

  it.each([
    caused(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })),
    caused(Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' })),
    caused(Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' }), 'terminated'),
    caused(Object.assign(new Error('who?'), { code: 'ENOTFOUND' })),
    new DOMException('took too long', 'TimeoutError'),
  ])('is reported and waited for if it is one of the connection: %s', async (error) => {
    expect(await followAfter(error)).toEqual({ first: '1.1.1', reported: [error] });
  });

  it.each([
    new TypeError('request.agent is not a function'),
    caused(Object.assign(new Error('certificate has expired'), { code: 'CERT_HAS_EXPIRED' })),
    caused(Object.assign(new Error('invalid argument'), { code: 'UND_ERR_INVALID_ARG' })),
  ])('ends the following if it would come again: %s', async (error) => {
    expect(await followAfter(error)).toEqual({ first: error.message, reported: [] });
  });

  it('ends the following if the address is wrong', async () => {
    const { first } = await followAfter(new Error('not called'), 'desk.example.com');

    expect(first).toMatch(/URL/);
  });
});
