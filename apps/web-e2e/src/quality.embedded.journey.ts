import { type APIRequestContext, type Page, expect } from '@playwright/test';
import { expectAccessible, expectNoViolation } from './support/axe';
import { test } from './support/test';

// Hides every suggestion, so that people choose without it. No other journey has these settings, so the ledger starts empty.
test.use({ settings: { CLASSIFY_BLIND_SHARE: '1', SUGGESTION_DAYS: '399' } });

/** Requests a suggestion for a ticket, and files the ticket with a person's category. */
async function fileBlind(request: APIRequestContext, title: string, category: string): Promise<void> {
  const text = { title, description: `${title}: I was charged twice for one invoice.` }; // the stand-in suggests billing
  const headers = { Prefer: 'docket-blind' };
  const response = await request.post('/api/tickets/classify', { data: text, headers });
  expect(response.status(), await response.text()).toBe(200);
  const { suggestion_id } = (await response.json()) as { suggestion_id: string };
  const data = { ...text, category, priority: 'high', suggestion_id };
  const filed = await request.post('/api/tickets', { data });
  expect(filed.status(), await filed.text()).toBe(201);
}

/** Reloads the page until the ledger has written all data. */
async function openFilled(page: Page, text: string): Promise<void> {
  await expect(async () => {
    await page.goto('/quality');
    await expect(page.getByText(text)).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

test('says what the page will show, and then how often suggestions were right', async ({ page, request, word }) => {
  await page.goto('/quality');
  await expect(page).toHaveTitle('AI quality · Docket');
  await expect(page.getByRole('heading', { name: 'No suggestions yet' })).toBeVisible();
  await expectAccessible(page);

  for (let number = 1; number <= 34; number++) {
    await fileBlind(request, `Invoice ${number} ${word}`, number <= 30 ? 'billing' : 'account');
  }
  await openFilled(page, '34 suggestions');

  const blind = page.locator('docket-blind-card');
  await expect(blind).toContainText('88.2\u00a0%');
  await expect(blind).toContainText('30 of 34 tickets that people sorted alone');
  const matrix = page.getByRole('table', { name: 'Tickets by what people chose' });
  await expect(matrix.getByRole('row', { name: /^Billing/ })).toContainText('100\u00a0%');
  await expect(matrix.getByRole('row', { name: /^Account/ })).toContainText('too few (n\u00a0=\u00a04)');
  await expect(page.getByRole('heading', { name: 'Fell back: 0 of 34' })).toBeVisible();
  await expect(page.getByText('The cost of 34 calls is unknown.')).toBeVisible();
  await expectAccessible(page);

  await matrix.getByRole('link', { name: '4 chosen Account, suggested Billing' }).press('Enter');
  await expect(page).toHaveURL(/\/quality\/suggestions\?from=.*&role=blind&suggested=billing&chosen=account$/);
  await expect(page).toHaveTitle('Suggestions · Docket');
  await expect(page.getByRole('row', { name: /^#\d+ .+ Billing Account/ })).toHaveCount(4);
  await expectAccessible(page);
  await page
    .getByRole('link', { name: /^#\d+$/ })
    .first()
    .press('Enter');
  await expect(page).toHaveURL(/\/tickets\/\d+$/);
  await expect(page.getByRole('heading', { name: `Invoice 34 ${word}` })).toBeVisible();
  await page.goBack();
  await page.getByRole('link', { name: 'AI quality' }).press('Enter');
  await expect(blind).toContainText('88.2\u00a0%');

  await page.getByRole('link', { name: '34 calls' }).press('Enter');
  await expect(page.getByText(/ · Gemini · calls of unknown cost$/)).toBeVisible();
  await expect(page.getByRole('row', { name: /^#\d+ .+ Billing/ })).toHaveCount(34);
  await page.goBack();
  await expect(blind).toContainText('88.2\u00a0%');

  await page.locator('docket-groups-card .time').getByRole('link', { name: 'n\u00a0=\u00a034' }).press('Enter');
  await expect(page.getByText(/ · Gemini · waited for the model$/)).toBeVisible();
  await expect(page.getByRole('row', { name: /^#\d+ .+ Billing after \d/ })).toHaveCount(34);
  await page.goBack();
  await expect(blind).toContainText('88.2\u00a0%');

  for (const button of await page.getByRole('button', { name: /^Table/ }).all()) await button.press('Enter');
  await expect(page.getByRole('table', { name: 'Blind accuracy by week' })).toContainText('88.2\u00a0%');
  await expectAccessible(page);
});

test('opens the tickets of drafts and summaries', async ({ page, request, tickets, word }) => {
  const { id } = await tickets.file({ title: `Invoice ${word}`, description: `I was charged twice for ${word}.` });
  for (const kind of ['summary', 'draft', 'draft']) {
    expect((await request.post(`/api/tickets/${id}/${kind}`)).status()).toBe(200);
  }
  await openFilled(page, '2 drafts');

  await page.getByRole('link', { name: '2 drafts' }).press('Enter');
  await expect(page).toHaveURL(/\/quality\/suggestions\?list=texts&from=.*&kind=draft&result=written$/);
  await expect(page).toHaveTitle('Drafts and summaries · Docket');
  await expect(page.getByRole('row', { name: `#${id} Invoice ${word} Draft Not sent` })).toHaveCount(2);
  await expectNoViolation(page); // a page like that of suggestions
  await page
    .getByRole('link', { name: `#${id}` })
    .first()
    .press('Enter');
  await expect(page.getByRole('heading', { name: `Invoice ${word}` })).toBeVisible();
});

test('keeps its filter in the URL, and takes the figures along as CSV', async ({ page, request, word }) => {
  await fileBlind(request, `Invoice ${word}`, 'billing');
  await page.goto('/dashboard');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Quality' }).click();
  await expect(page.getByRole('heading', { name: 'AI quality' })).toBeVisible();

  await page.getByRole('combobox', { name: 'Days' }).press('Enter');
  await page.getByRole('option', { name: 'Last 90 days' }).click();
  await page.getByRole('combobox', { name: 'Field' }).click();
  await page.getByRole('option', { name: 'Priority' }).click();
  await expect(page).toHaveURL('/quality?days=90&field=priority');
  await page.reload();

  await expect(page.getByRole('combobox', { name: 'Days' })).toContainText('Last 90 days');
  await expect(page.getByRole('combobox', { name: 'Field' })).toContainText('Priority');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  expect((await download).suggestedFilename()).toMatch(/^docket-quality-[\d-]{10}-to-[\d-]{10}\.csv$/);

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'CSV' })).toBeHidden();
  await expect(page.locator('docket-blind-card')).toBeVisible();
});
