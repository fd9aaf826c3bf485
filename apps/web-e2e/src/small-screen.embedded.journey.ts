import type { Locator, Page } from '@playwright/test';
import { ImportPage } from './pages/import-page';
import { NewTicketPage } from './pages/new-ticket-page';
import { TicketsPage } from './pages/tickets-page';
import { expect, test } from './support/test';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

const expectNoHorizontalScrolling = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

test('files, finds, opens and changes a ticket on a screen 360 px wide', async ({ page, word }) => {
  const form = new NewTicketPage(page);
  await form.open();
  await expectNoHorizontalScrolling(page);
  await form.title.fill(`On the phone ${word} ${'with a long title '.repeat(5)}`);
  await form.description.fill('A short text.');
  await form.choose(form.category, 'Technical');
  await form.choose(form.priority, 'Critical');
  await form.file();

  const list = new TicketsPage(page);
  await expect(list.row(word)).toBeVisible();
  await expectNoHorizontalScrolling(page);
  await list.search.fill(word);
  await expect(page).toHaveURL(`/tickets?q=${word}`);
  await list.link(word).click();

  await expect(list.panel.getByRole('heading', { name: word })).toBeVisible();
  await expectNoHorizontalScrolling(page);
  await list.change('Status', 'Closed');
  await list.expectProperty('Status', 'Closed');
  await list.panel.getByRole('button', { name: 'Back to the list' }).click();
  await expect(list.panel).toBeHidden();
  await expect(list.row(word)).toBeVisible();

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Dashboard' }).click();
  await expect(page.getByRole('link', { name: /Total/ })).toBeVisible();
  await expectNoHorizontalScrolling(page);
});

test('shows one tag that can be read, and how many more there are', async ({ page, request, word }) => {
  const data = {
    title: `Tagged ${word}`,
    description: 'A short text.',
    category: 'account',
    priority: 'critical',
    requester: { email: `${word}@kontor.example`, name: 'Grace Adeyemi' },
    tags: ['authentication', 'enterprise', 'mfa'],
  };
  expect((await request.post('/api/tickets', { data })).status()).toBe(201);
  const list = new TicketsPage(page);
  await list.open(`/tickets?search=${word}`);

  const row = list.row(word);
  await expect(row.getByText('+2')).toBeVisible();
  expect((await row.getByText('authentication').boundingBox())?.width).toBeGreaterThan(36);
  expect(await row.getByText('enterprise').evaluate((tag) => getComputedStyle(tag).position)).toBe('absolute');
  await expectNoHorizontalScrolling(page);
});

test('breaks a long name of a requester, and keeps a short one next to a badge', async ({ page, tickets, word }) => {
  const long = `Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft-${word}`;
  const priority = 'critical';
  const { id } = await tickets.file({
    title: `Long ${word}`,
    requester: { email: `l-${word}@example.com`, name: long },
  });
  await tickets.file({
    title: `Short ${word}`,
    priority,
    requester: { email: `s-${word}@example.com`, name: 'Hana Sato' },
  });
  const list = new TicketsPage(page);
  await list.open(`/tickets?search=${word}`);
  const isCut = (text: Locator) => text.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
  expect(await isCut(list.row('Short').getByText('Hana Sato'))).toBe(false);

  await page.goto(`/tickets/${id}`);
  const line = list.panel.getByRole('paragraph').filter({ hasText: `#${id}` });
  await expect(line).toContainText(long);
  expect(await isCut(line)).toBe(false);
});

test('imports a file on a screen 360 px wide', async ({ page, word }) => {
  const importer = new ImportPage(page);
  await importer.open();
  await expectNoHorizontalScrolling(page);
  await importer.choose({ name: `${'long-name-'.repeat(8)}.csv`, content: `Subject,Prio\n${word.repeat(12)},P9\n` });
  await expect(importer.tickets.first()).toBeVisible();
  await expectNoHorizontalScrolling(page);
  await importer.import();
  await importer.expectHeading('1 ticket imported');
  await expectNoHorizontalScrolling(page);
});
