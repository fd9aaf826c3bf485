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

test('announces new tickets, and shows them when they are asked for', async ({ page, tickets, word }) => {
  await tickets.file({ title: `First ${word}` });
  const list = new TicketsPage(page);
  await list.open(`/tickets?search=${word}`);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();

  await tickets.file({ title: `Second ${word}` });
  const button = page.getByRole('button', { name: 'New tickets' });
  await expect(button).toBeVisible();
  await expect(list.link(`Second ${word}`)).toBeHidden();

  await button.click();
  await expect(list.link(`Second ${word}`)).toBeVisible();
  await expect(button).toBeHidden();
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
  await expect(page.getByText('Not live')).toBeVisible({ timeout: 30_000 });
  await request.patch(`/api/tickets/${ticket.id}`, { data: { status: 'closed' } });
  await context.setOffline(false);

  await expect(page.getByText('Live', { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(list.row(word)).toContainText('Closed');
});
