import { Conversation } from './pages/conversation';
import { TicketsPage } from './pages/tickets-page';
import { expectAccessible } from './support/axe';
import { expect, test } from './support/test';

test('keeps the ticket and the reply to it when another program deletes the ticket', async ({
  page,
  stack,
  tickets,
  word,
}) => {
  const { id } = await tickets.file({ title: `Deleted ${word}` });
  const list = new TicketsPage(page);
  const conversation = new Conversation(page);
  await list.open(`/tickets?search=${word}`);
  await list.link(`Deleted ${word}`).click();
  await conversation.writeReply('A long reply');

  await stack.runSql('DELETE FROM tickets WHERE id = $1', [id]);

  await expect(page.getByRole('alert')).toContainText('This ticket was deleted. Your text is kept below.');
  await expect(conversation.reply).toHaveValue('A long reply');
  await expect(page.getByText('Saved on this device')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy text' })).toBeEnabled();
  await expect(list.row(word)).toContainText('Deleted');
  await expectAccessible(page);
});
