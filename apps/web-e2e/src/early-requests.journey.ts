import { expect, test } from './support/test';

// They are asked for before the scripts are there: in other words than the scripts use, they would be asked for twice.
test('asks the API once for what a page shows', async ({ page, tickets, word }) => {
  const { id } = await tickets.file({ title: `Early ${word}` });
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith('/api')) asked.push(pathname + search);
  });
  const open = async (path: string) => {
    asked.length = 0;
    await page.goto(path, { waitUntil: 'networkidle' });
    return asked;
  };

  expect(await open('/tickets')).toEqual(['/api/tickets']);
  expect(await open('/tickets?status=open')).toEqual(['/api/tickets?status=open']);
  expect(await open(`/tickets/${id}`)).toEqual(['/api/tickets', `/api/tickets/${id}`]);
  expect(await open('/dashboard')).toEqual(['/api/tickets/stats']);
});
