import { TicketsPage } from './pages/tickets-page';
import { expect, test } from './support/test';

test('filters and searches; the URL keeps the filters on reload, back and in a shared link', async ({
  page,
  context,
  tickets,
  word,
}) => {
  await tickets.fileAll([
    { title: `Invoice ${word} one`, category: 'billing', priority: 'high' },
    { title: `Crash ${word} two`, category: 'technical', priority: 'high' },
    { title: `Crash ${word} three`, category: 'technical', priority: 'low', description: 'A screen of 100% _grey_' },
  ]);
  const list = new TicketsPage(page);
  await list.open();

  await list.search.fill(word);
  await list.expectTitles([`Crash ${word} three`, `Crash ${word} two`, `Invoice ${word} one`]);
  await expect(page).toHaveURL(`/tickets?q=${word}`);

  await list.filterBy('Category', 'Technical');
  await list.expectTitles([`Crash ${word} three`, `Crash ${word} two`]);
  await list.filterBy('Priority', 'High');
  await list.expectTitles([`Crash ${word} two`]);

  const shared = page.url();
  await page.reload();
  await list.expectTitles([`Crash ${word} two`]);
  await expect(list.search).toHaveValue(`${word} category:technical priority:high`);
  const other = new TicketsPage(await context.newPage());
  await other.open(shared);
  await other.expectTitles([`Crash ${word} two`]);

  await page.getByRole('button', { name: 'Remove High' }).click();
  await list.expectTitles([`Crash ${word} three`, `Crash ${word} two`]);
  await page.goBack();
  await list.expectTitles([`Crash ${word} two`]);
  await page.goForward();
  await list.expectTitles([`Crash ${word} three`, `Crash ${word} two`]);

  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(page).toHaveURL('/tickets');
  await expect(list.search).toHaveValue('');
});

test('finds several words in any order, and treats % and _ as plain characters', async ({ page, tickets, word }) => {
  await tickets.fileAll([
    { title: `Disk ${word} at 100%`, description: 'user_name is cut' },
    { title: `Disk ${word} at 100 percent`, description: 'username is cut' },
  ]);
  const list = new TicketsPage(page);
  await list.open();

  await list.search.fill(`100% ${word}`);
  await list.expectTitles([`Disk ${word} at 100%`]);
  await list.search.fill(`user_name ${word} DISK`);
  await list.expectTitles([`Disk ${word} at 100%`]);
});

test('turns pages forward and back, and keeps the page on reload', async ({ page, tickets, word }) => {
  const numbers = Array.from({ length: 53 }, (_, index) => `Page ${word} ${String(index).padStart(2, '0')}`);
  await tickets.fileAll(numbers.map((title) => ({ title })));
  const newestFirst = [...numbers].reverse();
  const list = new TicketsPage(page);
  await list.open(`/tickets?search=${word}`);
  await list.expectTitles(newestFirst.slice(0, 50));

  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await list.expectTitles(newestFirst.slice(50));
  await expect(page.getByRole('button', { name: 'Next', exact: true })).toBeDisabled();
  await page.reload();
  await list.expectTitles(newestFirst.slice(50));
  await page.getByRole('button', { name: 'Previous', exact: true }).click();
  await list.expectTitles(newestFirst.slice(0, 50));
  await page.goBack();
  await list.expectTitles(newestFirst.slice(50));
});

test('returns from another page to where the user was in the list', async ({ page, tickets, word }) => {
  await tickets.fileAll(Array.from({ length: 40 }, (_, index) => ({ title: `Place ${word} ${index}` })));
  const list = new TicketsPage(page);
  await list.open(`/tickets?search=${word}`);
  await list.link(`Place ${word} 5`).hover(); // scrolls to the row; the first row stays active
  const place = await list.link(`Place ${word} 5`).boundingBox();

  await page.getByRole('link', { name: 'Dashboard', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible();
  await page.goBack();

  await expect.poll(() => list.link(`Place ${word} 5`).boundingBox()).toEqual(place);
});

test('reports that nothing matches, and offers to clear the filters', async ({ page, tickets, word }) => {
  await tickets.file({ title: `Alone ${word}` });
  const list = new TicketsPage(page);
  await list.open(`/tickets?search=${word}-not-there`);

  await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible();
  await expect(page.getByText('requester: finds people')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Clear', exact: true }).last().click();

  await expect(list.link(`Alone ${word}`)).toBeVisible();
});
