import { NewTicketPage } from './pages/new-ticket-page';
import { TicketsPage } from './pages/tickets-page';
import { expectNoViolation } from './support/axe';
import { expect, test } from './support/test';

// No API key is set, and the desk has enough decisions for its own model.
test.use({ settings: { GEMINI_API_KEY: '' }, hasLearnedModel: true });

test.beforeEach(async ({ request }) => {
  // The API loads the model shortly after its start.
  await expect(async () => {
    const data = { description: 'please look at the zorblex today' };
    const response = await request.post('/api/tickets/classify', { data });
    expect(await response.json()).toMatchObject({ local: { model: 'learned' } });
  }).toPass();
});

test("suggests by the desk's own model, and says how sure it is", async ({ page, word }) => {
  const form = new NewTicketPage(page);
  await form.open();

  await form.title.fill(`Zorblex ${word}`);
  await form.description.fill(
    'Please look at the zorblex again. We ask about our zorblex at the office. Somebody sent us this zorblex since last week.',
  );

  await expect(form.category).toContainText('Billing');
  await expect(form.category).toContainText('Suggested');
  await expect(form.priority).not.toContainText('Suggested');
  await expect(
    page.getByText(
      /Category suggested by this desk’s own model, which is (?:very|fairly|not) sure\. Change it if it is wrong\./,
    ),
  ).toBeVisible();
  await form.choose(form.priority, 'High');
  await form.file();

  const list = new TicketsPage(page);
  await expect(list.row(word)).toContainText('Billing');
  await page.getByRole('link', { name: 'Open', exact: true }).click();
  await expect(async () => {
    await page.reload(); // the ledger writes the answer within 200 ms
    const line = list.panel.getByText('This desk’s own model suggested billing · it was kept');
    await expect(line).toBeVisible({ timeout: 3_000 });
  }).toPass();
});

test('leaves texts of which its model knows too little to the words', async ({ page }) => {
  const form = new NewTicketPage(page);
  await form.open();

  await form.description.fill('Ich bitte um eine Rückerstattung, die Rechnung ist doppelt abgebucht worden.');

  await expect(form.category).toContainText('Billing');
  await expect(page.getByText(/Category suggested by the words “Rückerstattung”/)).toBeVisible();
  await expect(page.getByText('own model')).toBeHidden();
});

test('says on the quality page how good the model is', async ({ page }) => {
  const card = page.getByRole('region', { name: 'The desk’s own model' });
  // The page has figures after the ledger has written a suggestion.
  await expect(async () => {
    await page.goto('/quality');
    await expect(card).toBeVisible({ timeout: 2_000 });
  }).toPass();

  await expect(card).toContainText(/100\.0\s% right, 88\.6 to 100\.0\s%, n\s=\s30/);
  await expect(card).toContainText('It learned from 300 decisions until');
  await expectNoViolation(page);
});
