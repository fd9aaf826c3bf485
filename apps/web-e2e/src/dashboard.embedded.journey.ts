import type { Page } from '@playwright/test';
import { expect, test } from './support/test';
import { NewTicketPage } from './pages/new-ticket-page';
import { TicketsPage } from './pages/tickets-page';

const figure = (page: Page, label: string) => page.getByRole('link', { name: new RegExp(`^\\s*${label} [\\d,.]+ `) });

test('updates when a ticket is filed in another tab', async ({ page, context, tickets, word }) => {
  await tickets.file({ title: `Before ${word}` });
  await page.goto('/dashboard');
  const total = figure(page, 'Total');
  await expect(total).toBeVisible();
  const before = Number(/\d+/.exec(await total.innerText())?.[0]);

  const other = await context.newPage();
  const form = new NewTicketPage(other);
  await form.open();
  await form.title.fill(`While watched ${word}`);
  await form.description.fill('A short text.');
  await form.choose(form.category, 'General');
  await form.choose(form.priority, 'Low');
  await form.file();
  await expect(new TicketsPage(other).row(`While watched ${word}`)).toBeVisible();

  await expect(total).toContainText(`${before + 1}`);
  await expect(page).toHaveURL('/dashboard');
});

test('links charts and tables to the tickets that they count', async ({ page, tickets, word }) => {
  await tickets.file({ title: `Behind a bar ${word}`, category: 'account', priority: 'critical' });
  const list = new TicketsPage(page);

  await page.goto('/dashboard');
  await page.getByRole('link', { name: /^\s*Critical/ }).click();
  await expect(page).toHaveURL('/tickets?priority=critical');
  await expect(list.row(word)).toBeVisible();

  await page.goto('/dashboard');
  await page.getByRole('button', { name: /^Table ?: Category/ }).click();
  await page
    .getByRole('table', { name: /Tickets by\s+Category/ })
    .getByRole('link', { name: 'Account' })
    .click();
  await expect(page).toHaveURL('/tickets?category=account');
  await expect(list.row(word)).toBeVisible();

  await page.goto('/dashboard');
  await page.getByRole('button', { name: /^Table ?: Filed/ }).click();
  await page.getByRole('row', { name: 'today' }).getByRole('link').click();
  await expect(page).toHaveURL(/\/tickets\?created_from=[\d-]{10}&created_to=[\d-]{10}$/);
  await expect(list.row(word)).toBeVisible();
});
