import { expect, test } from './support/test';

// start.js preloads these before the scripts have loaded. With a URL that differs from the client's, a resource would be requested twice.
test('requests each resource of a page once', async ({ page, tickets, word }) => {
  const { id } = await tickets.file({ title: `Early ${word}` });
  const isOfNeighbour = (path: string) => (/^\/api\/tickets\/(\d+)/.exec(path)?.[1] ?? String(id)) !== String(id);
  const requests: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    // The stream of changes and the ticket's suggestion follow after the page. Neighbours are read ahead when the page is idle.
    const isLater = ['/api/events', '/api/suggestions'].includes(pathname) || isOfNeighbour(pathname);
    if (pathname.startsWith('/api') && !isLater) requests.push(pathname + search);
  });
  const open = async (path: string) => {
    requests.length = 0;
    await page.goto(path, { waitUntil: 'networkidle' });
    return requests;
  };

  expect(await open('/tickets')).toEqual(['/api/tickets', '/api/session']);
  expect(await open('/tickets?status=open')).toEqual(['/api/session', '/api/tickets?status=open']);
  expect(await open(`/tickets/${id}`)).toEqual([
    '/api/tickets',
    `/api/tickets/${id}`,
    `/api/tickets/${id}/timeline`,
    '/api/session',
    `/api/tickets/${id}/draft/public`, // not early: only people with write permission have a draft
  ]);
  expect(await open('/dashboard')).toEqual(['/api/tickets/stats', '/api/session']);
});
