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

test('reports a part that cannot be loaded, and loads it on request', async ({ page }) => {
  const list = new TicketsPage(page);
  await list.open();
  await expect(list.search).toBeVisible();
  // The chunk with the notice loads shortly after the start, so it is available offline.
  await page.route('**/chunk-*.js', async (route) => {
    const response = await route.fetch();
    if ((await response.text()).includes('docket-load-failure-notice')) await route.fulfill({ response });
    else await route.abort();
  });

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Dashboard' }).click();
  await expect(page.getByText('This part of Docket could not be loaded.')).toBeVisible();

  await page.unroute('**/chunk-*.js');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible();
});

test('reports a part that cannot be loaded also if the notice cannot be loaded either', async ({ page }) => {
  await page.route('**/chunk-*.js', async (route) => {
    const response = await route.fetch();
    if (/docket-load-failure-notice|docket-dashboard-page/.test(await response.text())) await route.abort();
    else await route.fulfill({ response });
  });
  await new TicketsPage(page).open();

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Dashboard' }).click();
  await expect(page.getByRole('alert')).toContainText('This part of Docket could not be loaded.');

  await page.unroute('**/chunk-*.js');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible();
});
