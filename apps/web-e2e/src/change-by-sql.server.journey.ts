import { Conversation } from './pages/conversation';
import { TicketsPage } from './pages/tickets-page';
import { expect, test } from './support/test';

test('shows a change by SQL in the list, the ticket and its history', async ({ page, stack, tickets, word }) => {
  const ticket = await tickets.file({ title: `By hand ${word}` });
  const list = new TicketsPage(page);
  const conversation = new Conversation(page);
  await list.open(`/tickets?search=${word}`);
  await list.link(word).click();
  await expect(conversation.entries.first()).toBeVisible();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();

  await stack.runSql(`UPDATE tickets SET priority = 'critical', status = 'closed' WHERE id = $1`, [ticket.id]);

  await expect(conversation.entries.last()).toContainText('Open → Closed');
  const expectShown = async () => {
    await list.expectProperty('Status', 'Closed');
    await list.expectProperty('Priority', 'Critical');
    await expect(list.row(word)).toContainText('Closed');
    await expect(list.row(word)).toContainText('Critical');
  };
  await expectShown();
  await page.reload();
  await expectShown();

  await list.change('Status', 'Resolved'); // with the version of the change
  await list.expectProperty('Status', 'Resolved');
  await expect.poll(async () => (await tickets.read(ticket.id)).status).toBe('resolved');
});
