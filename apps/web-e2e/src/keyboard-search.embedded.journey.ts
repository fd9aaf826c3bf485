import { TicketsPage } from './pages/tickets-page';
import { expectNoViolation } from './support/axe';
import { expect, test } from './support/test';

test('works through search results from an open ticket with the keyboard only', async ({ page, tickets, word }) => {
  const { keyboard } = page;
  await tickets.fileAll([
    { title: `Printer two ${word}` },
    { title: `Other ${word}` },
    { title: `Printer one ${word}` },
    { title: `Open first ${word}` },
  ]);
  const list = new TicketsPage(page);
  const heading = (name: string) => list.panel.getByRole('heading', { name: `${name} ${word}` });
  await list.open(`/tickets?q=${word}`);

  await keyboard.press('j');
  await keyboard.press('Enter');
  await keyboard.press('r'); // the composer may not have loaded yet
  await keyboard.type('Done, no note.');
  await expect(page.getByRole('textbox', { name: 'Reply' })).toHaveValue('Done, no note.');
  await keyboard.press('Escape');
  await expect(list.row(`Open first ${word}`)).toContainText('Draft');
  await expect(list.row(`Other ${word}`)).not.toContainText('Draft');

  await keyboard.press('/');
  await keyboard.type(`${word} printer`);
  await keyboard.press('Enter');
  await list.expectTitles([`Printer one ${word}`, `Printer two ${word}`]);
  await expect(list.link(`Printer one ${word}`)).toBeFocused();
  await keyboard.press('ArrowDown'); // starts from the focused row: the open ticket is not listed
  await expect(heading('Printer two')).toBeVisible();
  await keyboard.press('k');
  await expect(heading('Printer one')).toBeVisible();

  await keyboard.press('/');
  await keyboard.type(`${word} stauts:open`);
  await expect(page.getByText('There is no filter “stauts”')).toBeVisible();
  await expect(page.getByText('last search')).toBeVisible();
  await expectNoViolation(page);
  await keyboard.press('Escape');
  await keyboard.press('/');
  await keyboard.press('Delete');
  await keyboard.type(`${word} requester:nobody-${word}`);
  await expect(page.getByText(`No requester’s address or name contains “nobody-${word}”`)).toBeVisible();
});

test('acts on the ticket of the row with the focus, and not on the open one', async ({ page, tickets, word }) => {
  const { keyboard } = page;
  await tickets.fileAll(['third', 'second', 'first'].map((nth) => ({ title: `The ${nth} ${word}` })));
  const list = new TicketsPage(page);
  const heading = (nth: string) => list.panel.getByRole('heading', { name: `The ${nth} ${word}` });
  const search = async (nth: string) => {
    await keyboard.press('/');
    await keyboard.type(`${word} ${nth}`);
    await keyboard.press('Enter');
    await expect(list.link(`The ${nth} ${word}`)).toBeFocused();
  };
  await list.open(`/tickets?q=${word}`);
  await list.link(`The first ${word}`).focus();

  await keyboard.press('r'); // no ticket is open
  await keyboard.type('For the first.');
  await expect(heading('first')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Reply' })).toHaveValue('For the first.');
  await keyboard.press('Escape');

  await search('second');
  await keyboard.press('s');
  await page.getByRole('menuitemradio', { name: 'Resolved' }).focus();
  await keyboard.press('Enter');
  await expect(list.row(`The second ${word}`)).toContainText('Resolved');
  await expect(heading('first')).toBeVisible();
  await list.expectProperty('Status', 'Open');

  await search('third');
  await keyboard.press('r');
  await keyboard.type('For the third.');
  await expect(heading('third')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Reply' })).toHaveValue('For the third.');
  await keyboard.press('Escape');

  await search('second');
  await keyboard.press('p');
  await expect(heading('second')).toBeVisible();
  await page.getByRole('menuitemradio', { name: 'Critical' }).focus();
  await keyboard.press('Enter');
  await list.expectProperty('Priority', 'Critical');
});

test('keeps keys for the results of a search that is still loading', async ({ page, tickets, word }) => {
  const { keyboard } = page;
  await tickets.fileAll(['second', 'first'].map((nth) => ({ title: `The ${nth} ${word}` })));
  const list = new TicketsPage(page);
  await list.open(`/tickets?q=${word}`);
  await list.link(`The first ${word}`).click();
  await expect(list.panel.getByRole('heading', { name: `The first ${word}` })).toBeVisible();
  let respond: () => void = () => undefined;
  const arePressed = new Promise<void>((resolve) => (respond = resolve));
  await page.route(/\/api\/tickets\?.*second/, async (route) => {
    await arePressed;
    await route.fallback();
  });

  await keyboard.press('/');
  await keyboard.type(`${word} second`);
  for (const key of ['Enter', 'Enter', 't', 'v', 'i', 'p', 'Enter', 'Enter']) await keyboard.press(key);
  respond();

  await expect(list.panel.getByRole('heading', { name: `The second ${word}` })).toBeVisible();
  await expect(page.getByText(/Tags of #\d+ set to vip/)).toBeVisible();
  await list.expectProperty('Tags', 'vip');
  await list.open(`/tickets?q=tag:vip ${word}`);
  await list.expectTitles([`The second ${word}`]);
});

test('moves the focus to the title of a ticket of the next page', async ({ page, tickets, word }) => {
  await tickets.fileAll(['third', 'second', 'first'].map((nth) => ({ title: `The ${nth} ${word}` })));
  const list = new TicketsPage(page);
  await list.open(`/tickets?q=${word}&limit=2`);
  await list.link(`The second ${word}`).focus();
  await page.keyboard.press('Enter');
  await expect(list.panel.getByRole('heading', { name: `The second ${word}` })).toBeFocused();

  await page.keyboard.press('j');

  await expect(list.panel.getByRole('heading', { name: `The third ${word}` })).toBeFocused();
  await list.expectTitles([`The third ${word}`]);
  await page.keyboard.press('k');
  await expect(list.panel.getByRole('heading', { name: `The second ${word}` })).toBeFocused();
});

test('undoes on another page by the key of the notice, and returns to the list', async ({ page, tickets, word }) => {
  const { keyboard } = page;
  await tickets.file({ title: `Printer ${word}` });
  const list = new TicketsPage(page);
  await list.open(`/tickets?q=${word}`);
  await list.link(`Printer ${word}`).focus();

  await keyboard.press('s');
  await keyboard.press('i');
  await keyboard.press('Enter');
  await expect(page.getByText(/Status of #\d+ set to in progress/i)).toBeVisible();
  await page.getByRole('link', { name: 'Dashboard' }).focus();
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible();
  await keyboard.press('z');
  await expect(page.getByText(/Undone: status of #\d+/)).toBeVisible();

  await keyboard.press('/');
  await keyboard.press('Escape'); // the search may not have loaded yet
  await expect(list.link(`Printer ${word}`)).toBeFocused();
  await expect(page.getByRole('combobox', { name: 'Search tickets' })).toHaveValue(word);
});
