import { NewTicketPage } from './pages/new-ticket-page';
import { TicketsPage } from './pages/tickets-page';
import { expect, test } from './support/test';

// As on a first start, no API key is set.
test.use({ settings: { GEMINI_API_KEY: '' } });

test('suggests by the words of the ticket without a model, and names them', async ({ page, word }) => {
  const form = new NewTicketPage(page);
  await form.open();

  await form.title.fill(`Checkout ${word}`);
  await form.description.fill('Checkout is down for all users in production.');

  await expect(form.category).toContainText('Technical');
  await expect(form.category).toContainText('Suggested');
  await expect(form.priority).toContainText('Critical');
  await expect(
    page.getByText('Suggested by the words “is down for all users in production” and “Checkout”.'),
  ).toBeVisible();
  await form.file();

  await expect(new TicketsPage(page).row(word)).toContainText('Critical');
});

test('says that there is no suggestion if the words do not say enough', async ({ page }) => {
  const form = new NewTicketPage(page);
  await form.open();

  await form.description.fill('Somebody from the third floor asked me to write to you today.');

  await expect(page.getByText('The text suggests nothing. Please choose.')).toBeVisible();
});
