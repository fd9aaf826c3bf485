import { createDocketClient } from './docket-client';
import { followChanges } from './follow-changes';

const page = (next: string, ticketId: number) => ({
  changes: [{ ticket_id: ticketId, kind: 'ticket.changed' }],
  next,
  caught_up: true,
  restored: false,
});

/** Follows an API that answers with these pages, until there are as many as given. */
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
