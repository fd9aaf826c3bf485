import type { Locator } from '@playwright/test';
import { TicketsPage } from './pages/tickets-page';
import { expect, test } from './support/test';

test('opens a ticket next to the list, changes its status, and undoes the change', async ({ page, tickets, word }) => {
  const { id } = await tickets.file({ title: `Router ${word}`, description: 'Line one\n  and an indented line two' });
  const list = new TicketsPage(page);
  await list.open(`/tickets?search=${word}`);

  await list.link(`Router ${word}`).click();
  await expect(page).toHaveURL(`/tickets/${id}?search=${word}`);
  await expect(page).toHaveTitle(`#${id} Router ${word} · Docket`);
  await expect(list.panel.getByText('Line one\n  and an indented line two')).toBeVisible();

  await list.change('Status', 'Resolved');
  await expect(page.getByText(/Status of #\d+ set to Resolved/)).toBeVisible();
  await expect(list.row(word)).toContainText('Resolved');
  await expect.poll(async () => (await tickets.read(id)).status).toBe('resolved');

  await page.getByRole('button', { name: 'Undo' }).click();
  await list.expectProperty('Status', 'Open');
  await expect(list.row(word)).toContainText('Open');
  await expect.poll(async () => (await tickets.read(id)).status).toBe('open');

  await page.keyboard.press('Escape');
  await expect(list.panel).toBeHidden();
  await expect(list.link(`Router ${word}`)).toBeFocused();
});

for (const width of [1280, 360])
  test(`shows notices above the pages of the list, at ${width} px`, async ({ page, tickets, word }) => {
    await page.setViewportSize({ width, height: 740 });
    const { id } = await tickets.file({ title: `Notice ${word}` });
    const list = new TicketsPage(page);
    await list.open(`/tickets?search=${word}`);
    await page.getByRole('button', { name: `Status of #${id}` }).click();
    await page.getByRole('menuitemradio', { name: 'Resolved' }).click();
    const notice = page.getByText(/Status of #\d+ set to Resolved/);
    await expect(notice).toBeVisible();
    await expect(page.locator('.cdk-overlay-backdrop')).toHaveCount(0); // of the menu

    const surface = page.locator('.mat-mdc-snackbar-surface');
    const pages = page.getByRole('navigation', { name: 'Pages' });
    for (const other of [pages, page.getByRole('navigation', { name: 'Main' })]) {
      const [above, below] = [await surface.boundingBox(), await other.boundingBox()];
      if (!above || !below) throw new Error('One of them is not on the screen');
      const isApart =
        above.y + above.height <= below.y ||
        below.y + below.height <= above.y ||
        above.x + above.width <= below.x ||
        below.x + below.width <= above.x;
      expect(isApart).toBe(true);
      expect(await covered(other.getByRole(other === pages ? 'button' : 'link'))).toEqual([]);
    }
  });

for (const width of [1280, 360])
  test(`leaves the composer free while a notice is shown, at ${width} px`, async ({ page, tickets, word }) => {
    await page.setViewportSize({ width, height: 740 });
    const { id } = await tickets.file({ title: `Notice ${word}` });
    const list = new TicketsPage(page);
    await list.open(`/tickets/${id}`);
    const composer = list.panel.locator('docket-composer');
    await expect(composer.getByRole('textbox')).toBeVisible();
    await list.change('Status', 'Resolved');
    await expect(page.getByText(/Status of #\d+ set to Resolved/)).toBeVisible();

    await expect(page.locator('.cdk-overlay-backdrop')).toHaveCount(0); // of the menu
    expect(await covered(composer.locator('textarea, button'))).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await list.expectProperty('Status', 'Open');
  });

/** Names of the visible elements whose middle belongs to another element, which would receive a click. */
function covered(elements: Locator): Promise<string[]> {
  return elements.evaluateAll((all) =>
    all
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const hit = document.elementFromPoint(left + width / 2, top + height / 2);
        return hit !== null && !element.contains(hit) && !hit.contains(element); // outside of the window, there is none
      })
      .map((element) => element.ariaLabel ?? element.textContent.trim()),
  );
}

test('changes the status in the row', async ({ page, tickets, word }) => {
  const { id } = await tickets.file({ title: `Keyboard ${word}` });
  const list = new TicketsPage(page);
  await list.open(`/tickets?search=${word}`);

  await page.getByRole('button', { name: `Status of #${id}` }).click();
  await page.getByRole('menuitemradio', { name: 'In progress' }).click();

  await expect(list.row(word)).toContainText('In progress');
  await expect.poll(async () => (await tickets.read(id)).status).toBe('in_progress');
});

test('asks which value to keep when someone else has changed the same property', async ({ page, tickets, word }) => {
  await page.route('**/api/events', () => undefined); // keeps the change from arriving live
  const { id } = await tickets.file({ title: `Server ${word}` });
  const list = new TicketsPage(page);
  await page.goto(`/tickets/${id}`);
  await list.expectProperty('Status', 'Open');

  await tickets.change(id, { status: 'closed' });
  await list.change('Status', 'Resolved');
  const conflict = page.getByRole('dialog', { name: 'Someone else changed this ticket' });
  await expect(conflict).toContainText('Closed');
  await expect(conflict).toContainText('Resolved');
  await conflict.getByRole('button', { name: 'Keep theirs' }).click();
  await list.expectProperty('Status', 'Closed');
  expect((await tickets.read(id)).status).toBe('closed');

  await tickets.change(id, { status: 'open' });
  await list.change('Status', 'In progress');
  await conflict.getByRole('button', { name: 'Use mine' }).click();
  await list.expectProperty('Status', 'In progress');
  await expect.poll(async () => (await tickets.read(id)).status).toBe('in_progress');
});

test('lets a person finish a sentence before it asks which value to keep', async ({ page, tickets, word }) => {
  const { keyboard } = page;
  const { id } = await tickets.file({ title: `Question ${word}` });
  const list = new TicketsPage(page);
  await list.open(`/tickets/${id}`);
  const reply = page.locator('docket-composer textarea'); // by its tag: behind a dialog, it has no role
  await expect(reply).toBeVisible();
  await keyboard.press('p');
  await expect(page.getByRole('menuitemradio', { name: 'Low' })).toBeVisible();
  await page.request.patch(`/api/tickets/${id}`, { data: { priority: 'critical' } });

  for (const key of ['l', 'Enter', 'r']) await keyboard.press(key);
  await keyboard.type('Hello Harold, our colleague looks', { delay: 30 });

  const question = page.getByRole('dialog', { name: 'Someone else changed this ticket' });
  await expect(question).toBeFocused();
  await expect(reply).toHaveValue('Hello Harold, our colleague looks');
  await question.getByRole('button', { name: 'Use mine' }).press('Enter');
  await expect(reply).toBeFocused();
  await list.expectProperty('Priority', 'Low');
});

test('keeps both changes when two people change different properties', async ({ page, tickets, word }) => {
  const { id } = await tickets.file({ title: `Both ${word}` });
  const list = new TicketsPage(page);
  await page.goto(`/tickets/${id}`);
  await list.expectProperty('Priority', 'Medium');

  await tickets.change(id, { category: 'billing' });
  await list.change('Priority', 'Critical');

  await list.expectProperty('Priority', 'Critical');
  await expect.poll(() => tickets.read(id)).toMatchObject({ category: 'billing', priority: 'critical' });
});

test('reports a ticket that does not exist', async ({ page }) => {
  await page.goto('/tickets/999999');

  await expect(page.getByRole('heading', { name: 'There is no ticket #999999' })).toBeVisible();
  await page.getByRole('button', { name: 'All tickets' }).click();
  await expect(page).toHaveURL('/tickets');
});
