import { NewTicketPage } from './pages/new-ticket-page';
import { TicketsPage } from './pages/tickets-page';
import { expect, test } from './support/test';

// Different settings start a separate stack, because the API stops calling Gemini after repeated failures.
test.use({ settings: { CLASSIFY_DEADLINE_MS: '20000' } });

test.beforeEach(({ stack }) => stack.gemini.setMode('down'));

test('files a ticket while Gemini is down, and reports that suggestions are unavailable', async ({ page, word }) => {
  const form = new NewTicketPage(page);
  await form.open();

  await form.title.fill(`Projector ${word}`);
  await form.description.fill('The projector in the large meeting room shows a green picture since this morning.');

  await expect(page.getByText('Suggestions are unavailable right now. Please choose.')).toBeVisible();
  await expect(form.category).not.toContainText('Suggested');
  await form.choose(form.category, 'Technical');
  await form.choose(form.priority, 'Medium');
  await form.file();

  await expect(new TicketsPage(page).row(word)).toContainText('Technical');
});

test('files a ticket without waiting for a suggestion', async ({ page, stack, word }) => {
  await stack.gemini.setMode('hang-before-headers');
  const form = new NewTicketPage(page);
  await form.open();

  await form.title.fill(`Coffee ${word}`);
  await form.description.fill('The coffee machine on the second floor wants to be cleaned, says its display.');
  await expect(page.getByText('Suggesting…')).toBeVisible();
  await form.choose(form.category, 'General');
  await form.choose(form.priority, 'Low');
  await form.file();

  await expect(new TicketsPage(page).row(word)).toBeVisible();
});
