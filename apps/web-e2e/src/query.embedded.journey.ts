import { TicketsPage } from './pages/tickets-page';
import { expectAccessible } from './support/axe';
import { expect, test } from './support/test';

/** Of the browser; TypeScript's DOM library lacks it. */
declare const scheduler: { postTask(act: () => void, options: { priority: 'user-blocking' }): Promise<void> };

test('finds tickets with a query that is typed by the keyboard alone', async ({ page, tickets, word }) => {
  const [open] = await tickets.fileAll([
    { title: `Open ${word}`, category: 'billing' },
    { title: `Closed ${word}`, status: 'closed' },
    { title: `General ${word}` },
  ]);
  await page.request.patch(`/api/tickets/${open!.id}`, { data: { tags: [`tag-${word}`] } });
  const list = new TicketsPage(page);
  const option = (name: string) => page.getByRole('option', { name });
  await list.open();
  const { keyboard } = page;

  await keyboard.press('/');
  await keyboard.type(`${word} sta`);
  await expect(option('status:')).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(option('in_progress')).toBeVisible();
  await keyboard.type('o');
  await keyboard.press('ArrowDown');
  await expect(option('open')).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('Tab');
  await expect(list.search).toHaveValue(`${word} status:open `);
  await list.expectTitles([`General ${word}`, `Open ${word}`]);

  await keyboard.type('-category:g');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await list.expectTitles([`Open ${word}`]);
  await expect(page).toHaveURL(`/tickets?q=${word}%20status:open%20-category:general`);

  await keyboard.type(`tag:tag-`);
  await expect(option(`tag-${word}`)).toBeVisible(); // a tag of a listed ticket
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await list.expectTitles([`Open ${word}`]);
  await page.reload();
  await list.expectTitles([`Open ${word}`]);
  await expect(list.search).toHaveValue(`${word} status:open -category:general tag:tag-${word}`);
});

test('shows a mistake at its place, keeps the list, and corrects it', async ({ page, tickets, word }) => {
  await tickets.fileAll([{ title: `Open ${word}` }, { title: `Closed ${word}`, status: 'closed' }]);
  const list = new TicketsPage(page);
  await list.open(`/tickets?q=${word}`);
  await list.expectTitles([`Closed ${word}`, `Open ${word}`]);

  await list.search.fill(`${word} stauts:open`);
  await expect(page.getByText('There is no filter “stauts”. Did you mean “status:”?')).toBeVisible();
  await list.expectTitles([`Closed ${word}`, `Open ${word}`]);
  await expect(page).toHaveURL(`/tickets?q=${word}`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter'); // the correction is next in the tab order
  await list.expectTitles([`Open ${word}`]);
  await expect(list.search).toBeFocused();

  await list.search.fill(`${word} stauts:closed`);
  const correction = page.getByRole('button', { name: 'Correct it' });
  const key = () => correction.evaluate((button) => getComputedStyle(button, '::after').content);
  await expect(correction).toBeVisible();
  expect(await key()).toBe('none'); // in the field, it would be typed
  await page.keyboard.press('Escape');
  await expect.poll(key).toContain('"b"');
  await page.keyboard.press('b');
  await list.expectTitles([`Closed ${word}`]);
  await expect(list.search).not.toBeFocused();

  await list.search.fill(`${word} stauts:open`);
  await correction.click();
  await list.expectTitles([`Open ${word}`]);
  await expect(list.search).toBeFocused();

  await list.search.fill(`${word} team:Nowhere-${word}`);
  await page.keyboard.press('Enter');
  await expect(page.getByText(`There is no team “Nowhere-${word}”`)).toBeVisible();
  await list.expectTitles([`Open ${word}`]);
});

test('translates an older link, and returns to it by Back', async ({ page, tickets, word }) => {
  await tickets.fileAll([{ title: `Open ${word}` }, { title: `Closed ${word}`, status: 'closed' }]);
  const list = new TicketsPage(page);
  const old = `/tickets?search=${word}&status=open,in_progress&created_from=2020-01-01`;
  await list.open(old);
  await list.expectTitles([`Open ${word}`]);
  await expect(list.search).toHaveValue(`status:open,in_progress created:>=2020-01-01 ${word}`);

  await page.getByRole('button', { name: 'Remove In progress' }).click();
  await expect(page).toHaveURL(`/tickets?q=status:open%20created:%3E%3D2020-01-01%20${word}`);
  await list.filterBy('Status', 'Closed');
  await list.expectTitles([`Closed ${word}`, `Open ${word}`]);
  await expect(list.search).toHaveValue(`status:open,closed created:>=2020-01-01 ${word}`);

  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(old);
  await list.expectTitles([`Open ${word}`]);
  await expect(list.search).toHaveValue(`status:open,in_progress created:>=2020-01-01 ${word}`);
});

test('keeps the chips of a long query in reach', async ({ page, tickets, word }) => {
  await tickets.fileAll([{ title: `Open ${word}` }, { title: `Low ${word}`, priority: 'low' }]);
  const list = new TicketsPage(page);
  const properties = 'status:open,in_progress,resolved priority:medium,high,critical category:billing,account,general';
  await list.open(`/tickets?q=${encodeURIComponent(`${properties} -tag:bills -tag:cards -priority:low ${word}`)}`);
  await list.expectTitles([`Open ${word}`]);
  await expect(page.getByRole('button', { name: 'Remove Open' })).toBeInViewport();

  await page.getByRole('button', { name: 'Remove Not Low' }).click();
  await expect(list.search).toHaveValue(`${properties} -tag:bills -tag:cards ${word}`);
});

test('keeps the list in its place while its filters and their chips load', async ({ page, tickets, word }) => {
  await tickets.file({ title: `Open ${word}` });
  await page.route(/\.js$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    await route.continue();
  });
  await page.addInitScript(() => {
    const tops = new Set<number>();
    const watch = () => {
      const list = document.querySelector('section[aria-label="List of tickets"]');
      if (list) tops.add(Math.round(list.getBoundingClientRect().top));
      requestAnimationFrame(watchAfterFrame);
    };
    // Inside the frame, it would be too early: the page renders in a callback of the same frame.
    const watchAfterFrame = () => void scheduler.postTask(watch, { priority: 'user-blocking' });
    watch();
    Object.assign(window, { tops });
  });
  const list = new TicketsPage(page);
  await list.open(`/tickets?q=${word}%20status:open`);
  await expect(page.getByRole('button', { name: 'Remove Open' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Refresh' })).toBeVisible();

  expect(await page.evaluate(() => [...(window as unknown as { tops: Set<number> }).tops])).toHaveLength(1);
});

test('is accessible with suggestions and with a mistake', async ({ page, tickets, word }) => {
  await tickets.file({ title: `Open ${word}` });
  const list = new TicketsPage(page);
  await list.open(`/tickets?q=${word}%20status:open`);
  await list.expectTitles([`Open ${word}`]);

  await list.search.fill(`${word} status:open priority:`);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { name: 'critical' })).toBeVisible();
  await expectAccessible(page);

  await list.search.fill(`${word} status:open priority:purple `);
  await expect(page.getByText('“purple” is not a priority.')).toBeVisible();
  await expectAccessible(page);
});

test('takes a percent sign that was typed into the address', async ({ page, tickets, word }) => {
  await tickets.fileAll([{ title: `Cut by 100% ${word}` }, { title: `Cut by 90% ${word}` }]);
  const list = new TicketsPage(page);

  await list.open(`/tickets?q=${word}+100%`);

  await expect(list.search).toHaveValue(`${word} 100%`);
  await list.expectTitles([`Cut by 100% ${word}`]);
});
