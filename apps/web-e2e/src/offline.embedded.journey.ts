import type { Page, Response } from '@playwright/test';
import { TicketsPage } from './pages/tickets-page';
import { expect, test } from './support/test';

test.use({ provokedErrors: /net::ERR_|dynamically imported module|NG0750/ });

test('keeps the list and the ticket without a connection, and refreshes when it is back', async ({
  page,
  context,
  tickets,
  word,
}) => {
  const { id } = await tickets.file({ title: `Printer ${word}` });
  const list = new TicketsPage(page);
  await list.open(`/tickets/${id}?search=${word}`);
  await expect(page.getByRole('button', { name: 'Refresh' })).toBeVisible();

  await context.setOffline(true);
  await expect(page.getByText(/Offline since \d\d:\d\d, this may be old\./).first()).toBeVisible();
  await expect(list.row(word)).toBeVisible();
  await expect(list.panel.getByRole('heading', { name: `Printer ${word}` })).toBeVisible();

  await tickets.file({ title: `Scanner ${word}` });
  await context.setOffline(false);
  await expect(list.row(`Scanner ${word}`)).toBeVisible();
  await expect(page.getByText(/Offline since/)).toHaveCount(0);
});

test('shows the list and the dashboard as they were last seen, on the way back without a connection', async ({
  page,
  context,
  tickets,
  word,
}) => {
  await tickets.file({ title: `Printer ${word}` });
  const list = new TicketsPage(page);
  const main = page.getByRole('navigation', { name: 'Main' });
  await list.open(`/tickets?search=${word}`);
  await main.getByRole('link', { name: 'Dashboard' }).click();
  await expect(page.getByText('Average per day')).toBeVisible();
  await context.setOffline(true);

  await page.goBack();
  await expect(list.row(word)).toBeVisible();
  await expect(page.getByText(/Offline since \d\d:\d\d, this may be old\./).first()).toBeVisible();
  await page.goForward();
  await expect(page.getByText('Average per day')).toBeVisible();
  await expect(page.getByText(/Offline since \d\d:\d\d, this may be old\./).first()).toBeVisible();

  await context.setOffline(false);
  await expect(page.getByText(/Offline since/)).toHaveCount(0);
});

test('reports a change that was not saved next to the open ticket, and tries again on b', async ({
  page,
  tickets,
  word,
}) => {
  const { id } = await tickets.file({ title: `Printer ${word}` });
  const list = new TicketsPage(page);
  await page.route(`**/api/tickets/${id}`, (route) =>
    route.request().method() === 'PATCH' ? route.abort() : route.fallback(),
  );
  await list.open(`/tickets/${id}?search=${word}`);
  await expect(list.panel.getByRole('heading', { name: `Printer ${word}` })).toBeVisible();

  await page.keyboard.press('s');
  await expect(page.getByRole('menuitemradio', { name: 'Open' })).toBeFocused();
  await page.keyboard.press('r');
  await page.keyboard.press('Enter');
  const notice = page.getByText('may not have been changed');
  await expect(notice).toBeVisible();
  const button = page.getByRole('button', { name: 'Try again' });
  const [box, panel] = [await button.boundingBox(), await list.panel.boundingBox()];
  expect((box?.x ?? Infinity) + (box?.width ?? 0)).toBeLessThan(panel?.x ?? 0);

  await page.unroute(`**/api/tickets/${id}`);
  await page.keyboard.press('b');
  await expect(page.getByText(`Status of #${id} set to Resolved`)).toBeVisible();
});

test('shows the key b only on the button that it presses', async ({ page, tickets, word }) => {
  const { keyboard } = page;
  const { id } = await tickets.file({ title: `Printer ${word}` });
  const list = new TicketsPage(page);
  await list.open(`/tickets/${id}?search=${word}`);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await page.route(new RegExp(`/api/tickets/${id}(/messages)?$`), (route) =>
    route.request().method() === 'GET' ? route.fallback() : route.abort(),
  );
  const buttons = page.locator('[aria-keyshortcuts=b]');
  const withKey = () =>
    buttons.evaluateAll((all) =>
      all
        .filter((button) => getComputedStyle(button, '::after').content !== 'none')
        .map((button) => ['.new-tickets', 'docket-composer', '.docket-notice'].find((place) => button.closest(place))),
    );

  await tickets.file({ title: `Scanner ${word}` });
  await expect.poll(withKey).toEqual(['.new-tickets']);
  await keyboard.press('r');
  await keyboard.type('Hello');
  await keyboard.press('Control+Enter');
  await expect.poll(withKey).toEqual(['docket-composer']);
  const retryKey = () =>
    page.locator('docket-composer-notice .retry').evaluate((button) => getComputedStyle(button, '::after').content);
  expect(await retryKey()).toContain('Ctrl Enter'); // in the text, b is a letter
  await keyboard.press('Escape');
  expect(await retryKey()).toContain('"b"');
  await keyboard.press('p');
  await keyboard.press('h');
  await keyboard.press('Enter');
  await expect.poll(withKey).toEqual(['.docket-notice']);
  await expect(buttons).toHaveCount(3);

  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await keyboard.press('b');
  await list.expectProperty('Priority', 'High');
  await expect.poll(withKey).toEqual(['docket-composer']);
  await keyboard.press('b');
  await expect.poll(withKey).toEqual(['.new-tickets']);
});

/** Lets the scripts fail that contain one of these texts. Before the page opens, because pages are loaded ahead. */
async function withoutScripts(page: Page, texts: RegExp): Promise<void> {
  await page.route('**/chunk-*.js', async (route) => {
    const response = await route.fetch();
    if (texts.test(await response.text())) await route.abort();
    else await route.fulfill({ response });
  });
}

test('reports a part that cannot be loaded, and loads it on request', async ({ page }) => {
  await withoutScripts(page, /docket-dashboard-page/);
  await new TicketsPage(page).open();

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Dashboard' }).click();
  await expect(page.getByText('This part of Docket could not be loaded.')).toBeVisible();

  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible();
});

test('keeps the keys of a ticket after a menu that cannot be loaded', async ({ page, tickets, word }) => {
  const [older, newer] = await tickets.fileAll([{ title: `Older ${word}` }, { title: `Newer ${word}` }]);
  await withoutScripts(page, /menuitemradio/);
  await new TicketsPage(page).open(`/tickets/${newer!.id}?search=${word}`);

  await page.keyboard.press('p');
  await expect(page.getByText('This part of Docket could not be loaded.')).toBeVisible();

  // Keys are held for the menu for a few seconds.
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(page).toHaveURL(new RegExp(`/tickets/${older!.id}`), { timeout: 500 });
  }).toPass();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('shows that a page is on its way', async ({ page }) => {
  let deliver = (): void => undefined;
  const delivered = new Promise<void>((resolve) => (deliver = resolve));
  await page.route('**/chunk-*.js', async (route) => {
    const response = await route.fetch();
    if ((await response.text()).includes('docket-dashboard-page')) await delivered;
    await route.fulfill({ response });
  });
  await new TicketsPage(page).open();
  const bar = () => page.locator('main').evaluate((main) => getComputedStyle(main, '::before').scale);

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Dashboard' }).click();
  await expect.poll(bar).toMatch(/^0\.\d+ 1$/);

  deliver();
  await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  expect(await page.locator('main').evaluate((main) => getComputedStyle(main, '::before').content)).toBe('none');
});

test('reports a part that cannot be loaded also if the notice cannot be loaded either', async ({ page }) => {
  await withoutScripts(page, /docket-load-failure-notice|docket-dashboard-page/);
  await new TicketsPage(page).open();

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Dashboard' }).click();
  await expect(page.getByRole('alert')).toContainText('This part of Docket could not be loaded.');

  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible();
});

test('opens pages that were loaded ahead, also without a connection', async ({ page, context }) => {
  const isLast = async (response: Response) =>
    response.url().includes('/chunk-') && (await response.text()).includes('docket-quality-page');
  const ahead = page.waitForResponse(isLast);
  await new TicketsPage(page).open();
  await ahead;

  await context.setOffline(true);
  await page.keyboard.press('Shift+N');

  await expect(page.getByRole('heading', { name: 'New ticket' })).toBeVisible();
});

test('keeps what somebody writes when the connection is back after a part that could not be loaded', async ({
  page,
  tickets,
  word,
}) => {
  const { id } = await tickets.file({ title: `Router ${word}` });
  await withoutScripts(page, /docket-quality-page/);
  const list = new TicketsPage(page);
  await list.open(`/tickets/${id}`);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Quality' }).click();
  await expect(page.getByText('This part of Docket could not be loaded.')).toBeVisible();

  const reply = list.panel.getByRole('textbox', { name: 'Reply' });
  await reply.click();
  await page.keyboard.type('I am writing');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await page.keyboard.type(' and still writing');

  await expect(reply).toHaveValue('I am writing and still writing');
  await expect(reply).toBeFocused();
  await expect(page).toHaveURL(new RegExp(`/tickets/${id}`));
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});
