import { TicketsPage } from './pages/tickets-page';
import { expect, test } from './support/test';

test('finds, reads, changes and files tickets with the keyboard only', async ({ page, tickets, word }) => {
  const { keyboard } = page;
  await tickets.fileAll(['third', 'second', 'first'].map((nth) => ({ title: `The ${nth} ${word}` })));
  const list = new TicketsPage(page);
  await list.open();

  await keyboard.press('/');
  await expect(list.search).toBeFocused();
  await keyboard.type(word);
  await list.expectTitles([`The first ${word}`, `The second ${word}`, `The third ${word}`]);
  await keyboard.press('?'); // goes into the focused field
  await expect(page.getByRole('dialog')).toBeHidden();
  await keyboard.press('Backspace');
  await list.expectTitles([`The first ${word}`, `The second ${word}`, `The third ${word}`]);

  await keyboard.press('Escape');
  await expect(list.link(`The first ${word}`)).toBeFocused();
  await keyboard.press('j');
  await keyboard.press('ArrowDown');
  await expect(list.link(`The third ${word}`)).toBeFocused();
  await keyboard.press('k');
  await expect(list.link(`The second ${word}`)).toBeFocused();

  await keyboard.press('Enter');
  await expect(list.panel.getByRole('heading', { name: `The second ${word}` })).toBeFocused();
  await keyboard.press('j');
  await expect(list.panel.getByRole('heading', { name: `The third ${word}` })).toBeVisible();
  await keyboard.press('k');
  await expect(list.panel.getByRole('heading', { name: `The second ${word}` })).toBeVisible();

  await list.property('Status').focus();
  await keyboard.press('Enter');
  await expect(page.getByRole('menuitemradio', { name: 'Open' })).toBeFocused();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await list.expectProperty('Status', 'In progress');
  await expect(page.getByRole('menu')).toBeHidden();

  await keyboard.press('Escape');
  await expect(list.panel).toBeHidden();
  await expect(list.link(`The second ${word}`)).toBeFocused();

  await keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(list.link(`The second ${word}`)).toBeFocused();

  await keyboard.press('Shift+N');
  await expect(page).toHaveURL('/tickets/new');
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await keyboard.type(`By keys ${word}`);
  await keyboard.press('Escape');
  await expect(page.getByText('Draft kept')).toBeVisible();
  await list.expectTitles([`The first ${word}`, `The second ${word}`, `The third ${word}`]);
  await keyboard.press('Shift+N');
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue(`By keys ${word}`);
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.type('Typed, and never clicked.');
  await keyboard.press('Tab');
  await keyboard.type('Bill');
  await keyboard.press('Tab'); // at once: the selects wait for no more letters
  await keyboard.type('Hi');
  await keyboard.press('Control+Enter');
  await expect(list.row(`By keys ${word}`)).toContainText('Billing');
  await expect(list.row(`By keys ${word}`)).toContainText('High');
});

test('works on tickets with the keys that the help names', async ({ page, tickets, word }) => {
  const { keyboard } = page;
  await tickets.fileAll(['second', 'first'].map((nth) => ({ title: `The ${nth} ${word}` })));
  const list = new TicketsPage(page);
  await list.open();

  await keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  for (const name of [
    'From the search to the first ticket found',
    'From the search to the list. The search stays',
    'elsewhere in an open ticket, scroll it',
    'Undo your last change',
    'Button of a notice, such as Open, Try again, Correct it or 3 new tickets',
    'Add to the search, from the list',
    'From a row, only Status is changed there.',
    'In a menu, a letter moves to a choice',
    'leads from the search to the navigation',
    'Another order: newest, oldest, most urgent',
  ])
    await expect(help.getByText(name)).toBeVisible();
  await expect(help.getByRole('region', { name: 'Keyboard shortcuts' })).toBeFocused();
  await page.setViewportSize({ width: 1024, height: 600 });
  await expect(help.getByText('Single-key shortcuts are off')).not.toBeInViewport();
  await keyboard.press('End');
  await expect(help.getByText('Single-key shortcuts are off')).toBeInViewport();
  await page.setViewportSize({ width: 1440, height: 900 });
  await keyboard.press('Home');
  await expect(help.getByText('Single-key shortcuts are off')).toBeInViewport(); // the whole list fits
  await keyboard.press('Escape');
  await expect(help).toBeHidden();

  await keyboard.press('/');
  await keyboard.type(`${word} status:open`);
  await keyboard.press('Enter');
  await list.expectTitles([`The first ${word}`, `The second ${word}`]);
  await expect(list.link(`The first ${word}`)).toBeFocused();
  await keyboard.press('o');
  await list.expectTitles([`The second ${word}`, `The first ${word}`]);
  await keyboard.press('o');
  await list.expectTitles([`The first ${word}`, `The second ${word}`]);
  await expect(list.link(`The first ${word}`)).toBeFocused();

  await keyboard.press('Enter');
  await expect(list.panel.getByRole('heading', { name: `The first ${word}` })).toBeFocused();
  await keyboard.press('p');
  await expect(page.getByRole('menuitemradio', { name: 'Medium' })).toBeFocused();
  await keyboard.press('c');
  await keyboard.press('Enter');
  await expect(page.getByText(/Priority of #\d+ set to Critical/)).toBeVisible();
  await keyboard.press('z');
  await list.expectProperty('Priority', 'Medium');
  await expect(page.getByText(/Priority of #\d+ set to Critical/)).toBeHidden();
  await keyboard.press('Shift+T');
  await expect(page.getByRole('combobox', { name: 'Team' })).toBeFocused();
  await keyboard.press('Escape');

  await keyboard.press('r');
  await keyboard.type('Done.');
  await keyboard.press('Control+Enter');
  await expect(page.getByText('Reply added, ticket resolved')).toBeAttached();
  await keyboard.press('j');
  await expect(list.panel.getByRole('heading', { name: `The second ${word}` })).toBeVisible();
});

test('skips the navigation, and moves the focus to the page', async ({ page, tickets, word }) => {
  await tickets.file({ title: `Focus ${word}` });
  await new TicketsPage(page).open();

  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the page' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('does not scroll the page to parts for screen readers at its edge', async ({ page, tickets, word }) => {
  const { id } = await tickets.file({ title: `Edge ${word}` });
  const list = new TicketsPage(page);
  await list.open(`/tickets/${id}`);
  await expect(list.panel.getByRole('textbox', { name: 'Reply' })).toBeVisible();
  const top = () =>
    page.getByRole('heading', { name: 'Tickets', level: 1 }).evaluate((h) => h.getBoundingClientRect().top);
  const before = await top();

  await page.locator('docket-composer > [role=status]').evaluate((status) => status.scrollIntoView({ block: 'start' }));

  expect(await top()).toBe(before);
});
