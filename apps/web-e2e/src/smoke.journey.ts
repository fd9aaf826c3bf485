import { expect, test } from './support/test';

test('opens on the tickets', async ({ page, tickets, word }) => {
  await tickets.file({ title: `Printer ${word}` });
  await page.goto('/');
  await expect(page).toHaveTitle('Tickets · Docket');
  await expect(page.getByText(`Printer ${word}`)).toBeVisible();
});
