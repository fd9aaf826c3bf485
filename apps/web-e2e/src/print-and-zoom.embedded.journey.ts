import type { Page } from '@playwright/test';
import { TicketsPage } from './pages/tickets-page';
import { expect, test } from './support/test';

/** Whether an element lies on the page, so that it can be scrolled to or printed. */
const isOnPage = (page: Page, text: string) =>
  page.getByText(text, { exact: true }).evaluate((element) => {
    const { bottom } = element.getBoundingClientRect();
    return bottom + scrollY <= document.documentElement.scrollHeight;
  });

test('prints a whole ticket of 301 lines, without the navigation', async ({ page, tickets, word }) => {
  const lines = Array.from({ length: 300 }, (_, index) => `Step ${index + 1}`);
  const { id } = await tickets.file({
    title: `Long ${word}`,
    description: [...lines, '', '2026-11-03 09:14 last'].join('\n'),
  });
  await new TicketsPage(page).open(`/tickets/${id}`);

  await page.emulateMedia({ media: 'print' });

  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
  await expect(page.getByRole('region', { name: 'List of tickets' })).toBeHidden();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(height).toBeGreaterThan(301 * 20);
});

test('prints the whole list', async ({ page, tickets, word }) => {
  await tickets.fileAll(Array.from({ length: 40 }, (_, index) => ({ title: `Row ${index + 1} ${word}` })));
  const list = new TicketsPage(page);
  await list.open(`/tickets?search=${word}`);
  await expect(list.link(`Row 1 ${word}`)).toBeAttached();

  await page.emulateMedia({ media: 'print' });

  expect(await isOnPage(page, `Row 1 ${word}`)).toBe(true);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
});

for (const [width, height] of [
  [320, 256], // 1280 × 1024 at 400 % zoom, WCAG 1.4.10
  [740, 360], // a phone in landscape
] as const) {
  test(`reaches everything by scrolling at ${width} × ${height}`, async ({ page, tickets, word }) => {
    await tickets.fileAll(Array.from({ length: 12 }, (_, index) => ({ title: `Row ${index + 1} ${word}` })));
    await page.setViewportSize({ width, height });
    const list = new TicketsPage(page);
    await list.open(`/tickets?search=${word}`);

    await list.link(`Row 1 ${word}`).scrollIntoViewIfNeeded();
    await expect(list.link(`Row 1 ${word}`)).toBeInViewport();
    await page.getByRole('navigation', { name: 'Pages' }).scrollIntoViewIfNeeded();
    await expect(page.getByRole('navigation', { name: 'Pages' })).toBeInViewport();
    await list.link(`Row 1 ${word}`).click();
    await list.property('Priority').scrollIntoViewIfNeeded();
    await expect(list.property('Priority')).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
  });
}

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('closes an open select or menu with Back, and stays on the page', async ({ page, tickets, word }) => {
    const { id } = await tickets.file({ title: `Touch ${word}` });
    const list = new TicketsPage(page);
    await list.open(`/tickets?search=${word}`);
    await page.getByRole('combobox', { name: 'Status' }).tap();
    await expect(page.getByRole('listbox')).toBeVisible();

    await page.goBack();
    await expect(page.getByRole('listbox')).toBeHidden();
    await expect(page).toHaveURL(`/tickets?search=${word}`);

    await list.link(`Touch ${word}`).tap();
    await list.property('Status').tap();
    await expect(page.getByRole('menu')).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('menu')).toBeHidden();
    await expect(page).toHaveURL(`/tickets/${id}?search=${word}`);

    await page.goBack();
    await expect(page).toHaveURL(`/tickets?search=${word}`);
  });
});
