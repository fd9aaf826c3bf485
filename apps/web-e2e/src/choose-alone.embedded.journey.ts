import { NewTicketPage } from './pages/new-ticket-page';
import { TicketsPage } from './pages/tickets-page';
import { expectAccessible } from './support/axe';
import { expect, test } from './support/test';

test.use({ settings: { CLASSIFY_BLIND_SHARE: '1' } });

test('hides a suggestion, so that the choice of the person shows how good it is', async ({ page, word }) => {
  const form = new NewTicketPage(page);
  await form.open();
  const asked = page.waitForResponse('**/api/tickets/classify');

  await form.title.fill(`Invoice ${word}`);
  await form.description.fill('My card was charged twice for one invoice.');

  expect(await (await asked).json()).toMatchObject({ blind: true });
  await expect(page.getByText('Suggesting…')).toBeHidden();
  await expect(form.category).toContainText('Choose a category');
  await expect(page.getByText(/suggest/i)).toBeHidden(); // the page does not mention the measurement
  await expectAccessible(page);

  await form.choose(form.category, 'Account');
  await form.choose(form.priority, 'Low');
  const filed = page.waitForResponse((response) => response.request().method() === 'POST' && response.status() === 201);
  await form.file();

  expect((await filed).headers()['docket-suggestion']).toBe('recorded');
  await expect(new TicketsPage(page).row(word)).toContainText('Account');
  await page.getByRole('link', { name: 'Open', exact: true }).click();
  await expect(async () => {
    const recorded = page.waitForResponse('**/api/suggestions?*', { timeout: 5_000 });
    await page.reload(); // the ledger writes the answer within 200 ms
    expect(await (await recorded).json()).toMatchObject([{ role: 'blind', suggested: 'billing', final: null }]);
  }).toPass();
  await expect(page.getByText('Gemini suggested')).toBeHidden(); // only after the category is final
});
