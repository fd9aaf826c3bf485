import type { JSHandle, Page } from '@playwright/test';
import { TicketsPage } from './pages/tickets-page';
import { expect, test } from './support/test';

/** Whether an element is inside the page, so that it can be scrolled to or printed. */
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
  const exact = new TicketsPage(page).panel.getByText(/^\(\w{3}, \d{1,2} \w{3,4} \d{4}, \d\d:\d\d/).first();
  expect((await exact.boundingBox())?.width, 'the time in words, for paper').toBeGreaterThan(100);
});

test('prints a whole conversation, of which a page was loaded', async ({ page, request, tickets, word }) => {
  const { id } = await tickets.file({ title: `Talk ${word}` });
  for (let number = 1; number <= 34; number++) {
    const data = { visibility: 'public', body: `Reply ${number}.`, client_key: crypto.randomUUID() };
    expect((await request.post(`/api/tickets/${id}/messages`, { data })).ok()).toBe(true);
  }
  await page.addInitScript(() => (window.print = () => document.body.setAttribute('data-printed', '')));
  await new TicketsPage(page).open(`/tickets/${id}`);
  await expect(page.getByText('Reply 34.', { exact: true })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Earlier entries are missing here.')).toBeVisible();
  await page.emulateMedia({ media: null });

  await page.keyboard.press('Control+p');

  await expect(page.locator('body[data-printed]')).toBeAttached();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Reply 1.', { exact: true })).toBeVisible();
  await expect(page.getByText('Earlier entries are missing here.')).toHaveCount(0);
});

test('prints the whole list', async ({ page, tickets, word }) => {
  await tickets.fileAll(Array.from({ length: 40 }, (_, index) => ({ title: `Row ${index + 1} ${word}` })));
  const list = new TicketsPage(page);
  await list.open(`/tickets?search=${word}`);
  await expect(list.link(`Row 1 ${word}`)).toBeAttached();

  await page.emulateMedia({ media: 'print' });

  expect(await isOnPage(page, `Row 1 ${word}`)).toBe(true);
  await expect(page.getByText('1–40 of 40')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
});

test('prints charts that fit on the paper', async ({ page, tickets, word }) => {
  await tickets.file({ title: `Counted ${word}` });
  await page.setViewportSize({ width: 718, height: 1000 }); // A4 with margins of 1 cm
  await page.goto('/dashboard');
  await expect(page.getByRole('link', { name: /Total/ })).toBeVisible();

  await page.emulateMedia({ media: 'print' });

  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
  const charts = page.locator('docket-chart-card');
  expect(await charts.count()).toBeGreaterThan(3);
  for (const chart of await charts.all()) {
    const { left, right, isCut } = await chart.evaluate((element) => {
      const { left, right } = element.getBoundingClientRect();
      return { left, right, isCut: element.scrollWidth > element.clientWidth + 1 };
    });
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(718);
    expect(isCut).toBe(false);
  }
});

test('has all texts twice as large for people who read 32 px', async ({ page, tickets, word }) => {
  const { id } = await tickets.file({ title: `Large ${word}`, description: 'A short text.' });
  const pages = [
    [`/tickets?search=${word}`, `Large ${word}`],
    [`/tickets/${id}`, 'A short text.'],
    ['/tickets/new', 'Description'],
    ['/dashboard', 'Total'],
  ] as const;
  for (const [path, text] of pages) {
    await setTextSize(page, 16);
    await page.goto(path);
    await expect(page.getByText(text).filter({ visible: true }).first()).toBeVisible();
    const usual = await textSizes(page);
    await setTextSize(page, 32);
    await expect.poll(() => usual.evaluate(leastGrowth)).toBeGreaterThanOrEqual(1.8); // the narrow list, which large text gets, has 13 instead of 14
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
  }
});

for (const size of [24, 32])
  test(`fits a phone with texts of ${size} px`, async ({ page, tickets, word }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await tickets.file({ title: `Large ${word}`, category: 'technical', priority: 'critical' });
    await setTextSize(page, size);
    const pages = [
      [`/tickets?search=${word}`, `Large ${word}`],
      ['/dashboard', 'Average per day'],
      ['/quality', 'Quality'],
    ] as const;
    for (const [path, text] of pages) {
      await page.goto(path);
      await expect(page.getByText(text).filter({ visible: true }).first()).toBeVisible();
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: path }).toBe(360);
    }
  });

/** Sets the default text size of the browser. */
async function setTextSize(page: Page, standard: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard } });
  await session.detach();
}

/** Elements with visible text, and their text sizes in px. */
function textSizes(page: Page): Promise<JSHandle<Map<Element, number>>> {
  return page.evaluateHandle(() => {
    const sizes = new Map<Element, number>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || !node.textContent?.trim() || !element.checkVisibility()) continue;
      if (element.closest('.cdk-visually-hidden')) continue; // for screen readers
      sizes.set(element, parseFloat(getComputedStyle(element).fontSize));
    }
    return sizes;
  });
}

/** Smallest factor by which a text has grown. Texts that came or went in the meantime do not count. */
function leastGrowth(sizes: Map<Element, number>): number {
  const isShown = ([element]: [Element, number]) => element.isConnected && element.checkVisibility();
  const factors = [...sizes]
    .filter(isShown)
    .map(([element, size]) => parseFloat(getComputedStyle(element).fontSize) / size);
  return factors.length < 10 ? 0 : Math.min(...factors);
}

for (const [width, height] of [
  [320, 256], // 1280 × 1024 at 400 % zoom, WCAG 1.4.10
  [740, 360], // a phone in landscape
] as const) {
  test(`reaches everything by scrolling at ${width} × ${height}`, async ({ page, tickets, word }) => {
    await tickets.fileAll(Array.from({ length: 12 }, (_, index) => ({ title: `Row ${index + 1} ${word}` })));
    await page.setViewportSize({ width, height });
    const isTooWide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    const list = new TicketsPage(page);
    await page.route(/\/api\/tickets$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), 'x-total-count': '300000' } });
    });
    await list.open('/tickets');
    await expect(list.link(`Row 12 ${word}`)).toBeVisible();
    await expect(page.getByText('300,000').first()).toBeVisible();
    expect(await isTooWide()).toBe(false);
    await list.open(`/tickets?search=${word}`);

    await list.link(`Row 1 ${word}`).scrollIntoViewIfNeeded();
    await expect(list.link(`Row 1 ${word}`)).toBeInViewport();
    await page.getByRole('navigation', { name: 'Pages' }).scrollIntoViewIfNeeded();
    await expect(page.getByRole('navigation', { name: 'Pages' })).toBeInViewport();
    await list.link(`Row 1 ${word}`).click();
    await list.property('Priority').scrollIntoViewIfNeeded();
    await expect(list.property('Priority')).toBeInViewport();
    await expect(page.getByRole('link', { name: 'Dashboard' })).toBeHidden(); // the ticket covers it
    expect(await isTooWide()).toBe(false);
  });
}

test('shows the whole address of a requester at 320 × 256', async ({ page, tickets, word }) => {
  const email = `first-name.last-name.of-the-department.${word}@subdomain.example.org`;
  const { id } = await tickets.file({ title: `Long ${word}`, requester: { email, name: email } });
  await page.setViewportSize({ width: 320, height: 256 });

  await page.goto(`/tickets/${id}`);
  const shown = page.getByRole('article').getByText(email, { exact: true }); // in the heading, and as the author of the text
  await expect(shown).toHaveCount(2);

  const ends = await shown.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
  expect(Math.max(...ends)).toBeLessThanOrEqual(320);
});

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
