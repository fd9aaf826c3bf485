import { Conversation } from './pages/conversation';
import { TicketsPage } from './pages/tickets-page';
import { expect, test } from './support/test';

test.use({ provokedErrors: /net::ERR_|NG0750/ });

test('shows changes of others in the list and the ticket, as they happen', async ({ page, request, tickets, word }) => {
  const [one, other] = await tickets.fileAll([{ title: `One ${word}` }, { title: `Other ${word}` }]);
  const list = new TicketsPage(page);
  const conversation = new Conversation(page);
  await list.open(`/tickets?search=${word}`);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();

  await request.patch(`/api/tickets/${other!.id}`, { data: { status: 'resolved' } });
  await expect(list.row(`Other ${word}`)).toContainText('Resolved');

  await list.link(`One ${word}`).click();
  await expect(conversation.entries.first()).toBeVisible();
  await request.patch(`/api/tickets/${one!.id}`, { data: { priority: 'critical', title: `Renamed ${word}` } });
  await request.post(`/api/tickets/${one!.id}/messages`, { data: { visibility: 'public', body: 'Written elsewhere' } });

  await expect(conversation.entries.last()).toContainText('Written elsewhere');
  await expect(page.getByRole('heading', { name: `Renamed ${word}` })).toBeVisible();
  await expect(list.row(`Renamed ${word}`)).toBeVisible();
  await list.expectProperty('Priority', 'Critical');
});

test('announces tickets that enter the list, and shows them when they are asked for', async ({
  page,
  tickets,
  word,
}) => {
  const other = await tickets.file({ title: `Other ${word}`, status: 'closed' });
  await tickets.file({ title: `First ${word}` });
  const list = new TicketsPage(page);
  await list.open(`/tickets?q=${word} status:open`);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  const button = page.getByRole('button', { name: /new tickets?/ });

  await tickets.file({ title: `Second ${word}` });
  await expect(button).toHaveText('1 new ticket');
  await tickets.change(other.id, { status: 'open' });
  await expect(button).toHaveText('2 new tickets');
  await list.expectTitles([`First ${word}`]);

  await button.click();
  await list.expectTitles([`Second ${word}`, `First ${word}`, `Other ${word}`]);
  await expect(button).toBeHidden();
});

test('announces nothing that does not match, in the order of the list', async ({ page, request, tickets, word }) => {
  const tag = `tag${word}`.toLowerCase();
  const [one, other] = await tickets.fileAll([{ title: `One ${word}` }, { title: `Other ${word}` }]);
  await request.patch(`/api/tickets/${one!.id}`, { data: { tags: [tag] } });
  const list = new TicketsPage(page);
  await list.open(`/tickets?q=tag:${tag}&sort=oldest`);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  const button = page.getByRole('button', { name: /new tickets?/ });

  const news = page.waitForResponse(/\?ids=/);
  await tickets.file({ title: `Not tagged ${word}` });
  await news;
  await request.patch(`/api/tickets/${one!.id}`, { data: { priority: 'critical' } });
  await expect(list.row(`One ${word}`)).toContainText('Critical'); // the first change has been processed
  await expect(button).toBeHidden();

  await request.patch(`/api/tickets/${other!.id}`, { data: { tags: [tag] } });
  await expect(button).toHaveText('1 new ticket');
  await button.click();
  await list.expectTitles([`One ${word}`, `Other ${word}`]);
});

test('has one connection for all tabs of a browser, which another tab takes over', async ({
  context,
  page,
  tickets,
  word,
}) => {
  const streams: string[] = [];
  context.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/events') streams.push(request.url());
  });
  const ticket = await tickets.file({ title: `Shared ${word}` });
  await page.goto(`/tickets?search=${word}`);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  const second = await context.newPage();
  await second.goto(`/tickets?search=${word}`);
  await expect(second.getByText('Live', { exact: true })).toBeVisible();
  expect(streams).toHaveLength(1);

  await page.close();
  await expect.poll(() => streams.length).toBe(2);
  await expect(second.getByText('Live', { exact: true })).toBeVisible();
  const change = await second.request.patch(`/api/tickets/${ticket.id}`, { data: { status: 'closed' } });
  expect(change.ok()).toBe(true);
  await expect(new TicketsPage(second).row(word)).toContainText('Closed');
});

test('says that changes do not arrive while the connection is lost, and catches up', async ({
  context,
  page,
  request,
  tickets,
  word,
}) => {
  const ticket = await tickets.file({ title: `Away ${word}` });
  const list = new TicketsPage(page);
  await list.open(`/tickets?search=${word}`);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();

  await context.setOffline(true);
  await expect(page.getByRole('status').filter({ hasText: /Not live since \d\d:\d\d/ })).toBeVisible({
    timeout: 30_000,
  });
  await request.patch(`/api/tickets/${ticket.id}`, { data: { status: 'closed' } });
  await context.setOffline(false);

  await expect(page.getByText('Live', { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(list.row(word)).toContainText('Closed');
});
