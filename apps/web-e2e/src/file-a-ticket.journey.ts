import type { Page } from '@playwright/test';
import { NewTicketPage } from './pages/new-ticket-page';
import { TicketsPage } from './pages/tickets-page';
import { expect, test } from './support/test';

/** Waits for the suggestion in the timeline: the ledger writes the answer within 200 ms. */
async function expectSuggestionLine(page: Page, text: string): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('list', { name: 'Conversation' })).toContainText(text, { timeout: 3_000 });
  }).toPass();
}

test('files a ticket with the suggested category and priority', async ({ page, word }) => {
  const form = new NewTicketPage(page);
  await form.open();

  await form.title.fill(`Charged twice ${word}`);
  await form.description.fill('My card shows the same charge two times, I was charged twice and want a refund.');

  await expect(form.category).toContainText('Billing');
  await expect(form.category).toContainText('Suggested');
  await expect(form.priority).toContainText('High');
  await expect(
    page.getByText('Suggested by Gemini, which cannot say how sure it is. Change either one if it is wrong.'),
  ).toBeVisible();

  await form.file();

  const list = new TicketsPage(page);
  await expect(list.row(word)).toContainText('Billing');
  await expect(list.row(word)).toContainText('High');
  await expect(list.row(word)).toContainText('Open');
  await page.getByRole('link', { name: 'Open', exact: true }).click();
  await expect(list.panel.getByRole('heading', { name: `Charged twice ${word}` })).toBeVisible();
  await expectSuggestionLine(page, 'Gemini suggested billing · it was kept');
});

test("keeps the user's choice after a suggestion", async ({ page, stack, tickets, word }) => {
  const form = new NewTicketPage(page);
  await form.open();
  await form.choose(form.category, 'Account');

  await form.title.fill(`Refund ${word}`);
  await form.description.fill('Please refund the second payment, I was charged twice for one invoice.');

  await expect(form.priority).toContainText('Suggested');
  await expect(form.category).toContainText('Account');
  await expect(form.category).not.toContainText('Suggested');
  await form.choose(form.priority, 'Low');
  await expect(form.priority).not.toContainText('Suggested');
  await form.file();

  const row = new TicketsPage(page).row(word);
  await expect(row).toContainText('Account');
  await expect(row).toContainText('Low');
  const [filed] = (await (await page.request.get(`${stack.url}/api/tickets?search=${word}`)).json()) as {
    id: number;
  }[];
  expect(await tickets.read(filed?.id ?? 0)).toMatchObject({ category: 'account', priority: 'low' });
  await page.goto(`/tickets/${filed?.id}`);
  await expectSuggestionLine(page, 'Gemini suggested billing, unseen · you chose account');
});

test('reports missing fields, and sends nothing', async ({ page, word }) => {
  const form = new NewTicketPage(page);
  await form.open();
  let sent = 0;
  page.on('request', (request) => (sent += Number(request.method() === 'POST')));

  await form.title.fill('   ');
  await form.file();

  await expect(page.getByText('Give the ticket a title of at most 200 characters.')).toBeVisible();
  await expect(page.getByText('Describe what happened.')).toBeVisible();
  await form.title.fill(word);
  await expect(page.getByText('Give the ticket a title of at most 200 characters.')).toBeHidden();
  expect(sent).toBe(0);
});

test('keeps unsaved text', async ({ page, word }) => {
  const form = new NewTicketPage(page);
  await form.open();
  await form.title.fill(`Half a thought ${word}`);

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Dashboard' }).click();
  await expect(page).toHaveURL('/dashboard');
  await page.goBack();
  await expect(form.title).toHaveValue(`Half a thought ${word}`);

  await page.reload();
  await expect(form.title).toHaveValue(`Half a thought ${word}`);

  await page.getByRole('button', { name: 'Discard it' }).click();
  await expect(form.title).toHaveValue('');
});

test('stays on the form while it saves, and a Back that it cancels leaves the history as it was', async ({
  page,
  word,
}) => {
  const list = new TicketsPage(page);
  await list.open('/tickets?status=open');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Dashboard' }).click();
  await expect(page).toHaveURL('/dashboard');
  await page.keyboard.press('Shift+N');
  const form = new NewTicketPage(page);
  await form.title.fill(`Interrupted ${word}`);
  await form.description.fill('A short text.');
  await form.choose(form.category, 'General');
  await form.choose(form.priority, 'Low');
  let fail = (): void => undefined;
  const failed = new Promise<void>((resolve) => (fail = resolve));
  await page.route('**/api/tickets', async (route) => {
    await failed;
    await route.fulfill({ status: 503, json: { type: '/problems/unavailable', title: 'x', status: 503 } });
  });
  await form.file();

  await page.evaluate(() => history.back());
  fail();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page).toHaveURL('/tickets/new');
  await expect(form.title).toHaveValue(`Interrupted ${word}`);

  await page.unroute('**/api/tickets');
  await page.goBack();
  await expect(page).toHaveURL('/dashboard');
  await page.goBack();
  await expect(page).toHaveURL('/tickets?status=open');
  await page.goForward();
  await page.goForward();
  await expect(form.title).toHaveValue(`Interrupted ${word}`);
});
