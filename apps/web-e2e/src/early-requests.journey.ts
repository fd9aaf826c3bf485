import { expect, test } from './support/test';

// start.js preloads these before the scripts have loaded. A URL that differs from the client's would be requested twice.
test('requests each resource of a page once', async ({ page, tickets, word }) => {
  const { id } = await tickets.file({ title: `Early ${word}` });
  const requests: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith('/api')) requests.push(pathname + search);
  });
  const open = async (path: string) => {
    requests.length = 0;
    await page.goto(path, { waitUntil: 'networkidle' });
    return requests;
  };

  expect(await open('/tickets')).toEqual(['/api/tickets', '/api/session']);
  expect(await open('/tickets?status=open')).toEqual(['/api/session', '/api/tickets?status=open']);
  expect(await open(`/tickets/${id}`)).toEqual(['/api/tickets', `/api/tickets/${id}`, '/api/session']);
  expect(await open('/dashboard')).toEqual(['/api/tickets/stats', '/api/session']);
});
