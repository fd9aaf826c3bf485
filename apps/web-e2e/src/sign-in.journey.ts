import { NewTicketPage } from './pages/new-ticket-page';
import { PersonMenu } from './pages/person-menu';
import { SignInPage } from './pages/sign-in-page';
import { TicketsPage } from './pages/tickets-page';
import { ADMINISTRATOR, makeAdministrator } from './support/administrator';
import { expectAccessible } from './support/axe';
import { endSession } from './support/end-session';
import { expect, test } from './support/test';

test.use({ isClosed: true });

test.beforeEach(({ request, stack }) => makeAdministrator(request, stack));

test('returns to the page that was asked for, by the keyboard alone', async ({ page }) => {
  const signInPage = new SignInPage(page);
  await page.goto('/tickets?status=open');
  await expect(page).toHaveURL('/sign-in?return_to=%2Ftickets%3Fstatus%3Dopen');
  await expect(signInPage.email).toBeFocused();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();

  await page.keyboard.type(ADMINISTRATOR.email);
  await page.keyboard.press('Tab');
  await expect(signInPage.password).toBeFocused();
  await page.keyboard.type('wrong');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The e-mail or the password is wrong.')).toBeVisible();
  await expect(signInPage.password).toBeFocused();
  await page.keyboard.type(ADMINISTRATOR.password); // replaces the wrong one
  await page.getByRole('button', { name: 'Show password' }).click();
  await expect(signInPage.password).toHaveAttribute('type', 'text');
  await signInPage.password.press('Enter');

  await expect(page).toHaveURL('/tickets?status=open');
  await expect(new TicketsPage(page).search).toBeVisible();
});

test('does not lead to another site', async ({ page }) => {
  const signInPage = new SignInPage(page);
  for (const elsewhere of ['//evil.example', 'https://evil.example/', '/\\evil.example']) {
    await page.context().clearCookies();
    await page.goto(`/sign-in?return_to=${encodeURIComponent(elsewhere)}`);
    await signInPage.signIn(ADMINISTRATOR);
    await expect(page).toHaveURL('/tickets');
  }
});

test('asks for the password when the session ends, and files the ticket with the typed text', async ({
  page,
  word,
}) => {
  const signInPage = new SignInPage(page);
  const form = new NewTicketPage(page);
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  await page.goto('/tickets/new');
  await signInPage.signIn(ADMINISTRATOR);
  await form.title.fill(`Half a thought ${word}`);
  await form.description.fill('A short text.');
  await form.choose(form.category, 'Billing');
  await form.choose(form.priority, 'High');

  await endSession(page);
  await form.file();
  await expect(dialog).toContainText(ADMINISTRATOR.name);
  await expect(signInPage.password).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.type('wrong');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('The password is wrong.')).toBeVisible();
  await expect(page).toHaveURL('/tickets/new');
  await expect(signInPage.password).toBeFocused();
  await page.keyboard.type(ADMINISTRATOR.password);
  await page.keyboard.press('Enter');

  await expect(dialog).toBeHidden();
  await expect(new TicketsPage(page).row(word)).toBeVisible();
});

test('leads to the sign-in page from the dialog, keeps the text of a ticket, and returns to it', async ({
  page,
  word,
}) => {
  const signInPage = new SignInPage(page);
  const form = new NewTicketPage(page);
  await page.goto('/tickets/new');
  await signInPage.signIn(ADMINISTRATOR);
  await form.title.fill(`Half a thought ${word}`);
  await form.description.fill('A short text.');
  await form.choose(form.category, 'Billing');
  await form.choose(form.priority, 'High');

  await endSession(page);
  await form.file();
  await page.getByRole('button', { name: 'Leave this page' }).click();
  await expect(page).toHaveURL('/sign-in?return_to=%2Ftickets%2Fnew');
  await signInPage.signIn(ADMINISTRATOR);

  await expect(form.title).toHaveValue(`Half a thought ${word}`);
  await form.file();
  await expect(new TicketsPage(page).row(word)).toBeVisible();
});

test('lets nobody see the list or the draft after signing out in another tab', async ({ page, context, word }) => {
  const signInPage = new SignInPage(page);
  const list = new TicketsPage(page);
  const draft = await context.newPage();
  await page.goto('/tickets');
  await signInPage.signIn(ADMINISTRATOR);
  await expect(list.search).toBeVisible();
  await draft.goto('/tickets/new');
  await new NewTicketPage(draft).title.fill(`Half a thought ${word}`);
  await expect(draft.getByText('Draft saved')).toBeVisible();

  const other = await context.newPage();
  await other.goto('/dashboard');
  const menu = new PersonMenu(other);
  await menu.open(ADMINISTRATOR.name);
  await menu.signOut();

  await page.bringToFront();
  await page.evaluate(() => window.dispatchEvent(new Event('online'))); // refreshes the list, unless the focus has done so
  await signInPage.expectOpen();
  for (const tab of [page, draft]) {
    await expect(tab).toHaveURL('/sign-in');
    await expect(new SignInPage(tab).email).toBeVisible();
    expect(await tab.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
  }
});

test.describe('after signing out', () => {
  test.use({ provokedErrors: /ERR_CACHE_MISS/ });

  test('nothing of the person is left in the browser', async ({ page }) => {
    const signInPage = new SignInPage(page);
    const listed = page.waitForResponse((response) => /\/api\/tickets\b/.test(response.url()) && response.ok());
    await page.goto('/tickets');
    await signInPage.signIn(ADMINISTRATOR);
    const list = (await listed).url();
    await expect(new TicketsPage(page).search).toBeVisible();
    expect(await page.evaluate(isCached, list)).toBe(true);

    const menu = new PersonMenu(page);
    await menu.open(ADMINISTRATOR.name);
    await menu.signOut();

    expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
    expect(await page.evaluate(isCached, list)).toBe(false);
  });
});

test('is accessible before and after the sign-in', async ({ page }) => {
  const signInPage = new SignInPage(page);
  await page.goto('/set-up');
  await expect(page.getByRole('heading', { name: 'This page needs the link from the log' })).toBeVisible();
  await expectAccessible(page);

  await page.goto('/set-up#no-such-token');
  await page.getByRole('button', { name: 'Create administrator' }).click();
  await expect(page.getByText('Enter your name.')).toBeVisible();
  await expectAccessible(page);

  await page.goto('/sign-in');
  await signInPage.expectOpen();
  await expectAccessible(page);

  await signInPage.signIn({ email: 'nobody@desk.example', password: 'wrong' });
  await expect(page.getByText('The e-mail or the password is wrong.')).toBeVisible();
  await expectAccessible(page);

  await signInPage.signIn(ADMINISTRATOR);
  await new PersonMenu(page).open(ADMINISTRATOR.name);
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
  await expectAccessible(page, { hasOpenMenu: true });
});

/** Whether the browser's cache has a response. */
const isCached = (url: string): Promise<boolean> =>
  fetch(url, { cache: 'only-if-cached', mode: 'same-origin' }).then(
    ({ ok }) => ok,
    () => false,
  );
