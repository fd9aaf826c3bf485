import type { Locator, Page } from '@playwright/test';
import { PeoplePage } from './pages/people-page';
import { PersonMenu } from './pages/person-menu';
import { SignInPage } from './pages/sign-in-page';
import { TicketsPage } from './pages/tickets-page';
import { ADMINISTRATOR, makeAdministrator } from './support/administrator';
import { expectAccessible, expectNoViolation } from './support/axe';
import { makePerson, post, signInAsAdministrator } from './support/people';
import { expect, test } from './support/test';

const PASSWORD = 'seven herons on one roof';

test.use({ isClosed: true });

test.beforeEach(({ request, stack }) => makeAdministrator(request, stack));

test('invites a person, who accepts, signs out and in again', async ({ page, browser, stack, word }) => {
  const people = new PeoplePage(page);
  const email = `${word}@desk.example`;
  await page.goto('/tickets');
  await new SignInPage(page).signIn(ADMINISTRATOR);
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page).toHaveURL('/settings/people');
  await expect(people.row(ADMINISTRATOR.email)).toContainText('Administrator');

  await people.inviteButton.click();
  await people.fillInvitation('Jonas Brandt', email, 'Viewer');
  await people.dialog.getByRole('button', { name: 'Invite and create link' }).click();
  await expect(people.link).toHaveValue(/\/set-password#[\w-]{43}$/);
  const link = await people.link.inputValue();
  await people.dialog.getByRole('button', { name: 'Done' }).click();
  await expect(people.row(email)).toContainText('Invited, 24 h left');

  const context = await browser.newContext({ baseURL: stack.url });
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByText(`Choose a password for your account, ${email}.`)).toBeVisible();
  await expect(other).toHaveURL('/set-password'); // without the token
  await other.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await other.keyboard.press('Enter');
  await expect(other).toHaveURL('/tickets');
  const menu = new PersonMenu(other);
  await menu.open('Jonas Brandt');
  await expect(other.getByRole('menu')).toContainText('Viewer');
  await menu.signOut();
  await new SignInPage(other).signIn({ email, password: PASSWORD });
  await expect(new TicketsPage(other).search).toBeVisible();

  await page.reload();
  await expect(people.row(email)).toContainText('Active');
  await people.choose('Jonas Brandt', 'Rename…');
  await expect(people.dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await people.dialog.getByRole('textbox', { name: 'Name' }).fill('Jonas Brand');
  await people.dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(people.row('Jonas Brand')).toContainText(email);
  await people.choose('Jonas Brand', 'Deactivate…');
  await people.dialog.getByRole('button', { name: 'Deactivate' }).click();
  await expect(people.row(email)).toContainText('Deactivated');
  await other.reload();
  await new SignInPage(other).expectOpen();
  await other.goto(link);
  await expect(other.getByText('This link no longer works.')).toBeVisible();
  await context.close();
});

test('asks who it is over the dialog, and keeps what was typed', async ({ page, word }) => {
  const people = new PeoplePage(page);
  await page.goto('/settings/people');
  await new SignInPage(page).signIn(ADMINISTRATOR);
  await people.inviteButton.click();
  await people.fillInvitation('Ellen Park', `${word}@desk.example`, 'Agent');

  // As if ten minutes had passed since the sign-in. The API's refusal has API tests.
  const problem = { type: '/problems/step-up-required', title: 'Confirm who you are', status: 403, detail: 'Confirm' };
  await page.route(
    '**/api/users',
    (route) => route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
    { times: 1 },
  );
  await people.dialog.getByRole('button', { name: 'Invite and create link' }).click();
  const question = page.getByRole('dialog', { name: 'Confirm that it is you' });
  await expect(question.getByRole('textbox', { name: 'Password' })).toBeFocused();
  await page.keyboard.type('wrong');
  await page.keyboard.press('Enter');
  await expect(question.getByText('The password is wrong.')).toBeVisible();
  await expectNoViolation(page);
  await question.getByRole('textbox', { name: 'Password' }).fill(ADMINISTRATOR.password);
  await page.keyboard.press('Enter');

  await expect(question).toBeHidden();
  await expect(people.link).toHaveValue(/\/set-password#/);
  await people.dialog.getByRole('button', { name: 'Done' }).click();
  await expect(people.row(`${word}@desk.example`)).toContainText('Ellen Park');
});

/** Clicks a button, unless it disappears. Closes a menu or dialog that opened late and covers it. */
async function clickUncovered(page: Page, button: Locator): Promise<void> {
  await expect(async () => {
    if (!(await button.isVisible())) return;
    try {
      await button.click({ timeout: 1000 });
    } catch (error) {
      await page.keyboard.press('Escape');
      throw error;
    }
  }).toPass({ timeout: 20_000 });
}

test('offers a viewer nothing that the API refuses', async ({ page, request, stack, word }) => {
  await signInAsAdministrator(request, stack);
  const ticket = { title: `Only to read ${word}`, description: 'A text.', category: 'general', priority: 'low' };
  const { id } = (await post(request, stack, '/api/tickets', ticket, 201)) as { id: number };
  const viewer = await makePerson(request, stack, 'viewer');
  const refused: string[] = [];
  page.on('response', (response) => {
    if ([401, 403].includes(response.status())) refused.push(`${response.request().method()} ${response.url()}`);
  });
  await page.goto('/sign-in');
  await new SignInPage(page).signIn(viewer);
  await expect(new TicketsPage(page).search).toBeVisible();
  refused.length = 0; // requests before the sign-in

  for (const path of ['/tickets', `/tickets/${id}`, '/dashboard', '/settings/profile']) {
    await page.goto(path);
    await expect(page.getByRole('button', { name: viewer.name })).toBeVisible();
    await expect(page.locator('main').getByRole('heading').first()).toBeVisible();
    for (const name of ['New', 'Import']) await expect(page.getByRole('link', { name })).toBeHidden();
    const buttons = page.locator('button:visible:enabled');
    for (let index = 0; index < (await buttons.count()); index++) {
      const button = buttons.nth(index);
      if (!(await button.isVisible())) continue; // removed by an earlier click
      await clickUncovered(page, button);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      if (new URL(page.url()).pathname !== path) await page.goto(path);
    }
  }
  expect(refused).toEqual([]);

  for (const path of ['/tickets/new', '/import', '/settings/people', '/settings/tokens']) {
    await page.goto(path);
    await expect(page.getByText('You cannot use this page')).toBeVisible();
  }
  expect(refused).toEqual([]);
});

test('is accessible on the page of the people and in its dialogs', async ({ page, request, stack }) => {
  test.slow(); // axe checks many states, in two themes
  const people = new PeoplePage(page);
  const { name } = await makePerson(request, stack, 'agent');
  await page.goto('/settings/people');
  await new SignInPage(page).signIn(ADMINISTRATOR);
  await expect(people.row(ADMINISTRATOR.email)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: `Actions for ${ADMINISTRATOR.name}` }).click();
  await expect(page.getByRole('menuitem', { name: 'Change role' })).toBeVisible();
  await expectAccessible(page, { hasOpenMenu: true });
  await page.keyboard.press('Escape');

  for (const item of ['Change role…', 'Create link for a new password…', 'Deactivate…']) {
    await page
      .getByRole('button', { name: `Actions for ${name}` })
      .first()
      .click();
    await page.getByRole('menuitem', { name: item }).click();
    await expect(people.dialog).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(people.dialog).toBeHidden();
  }

  await page.getByRole('button', { name: /^Invite/ }).click();
  await people.dialog.getByRole('button', { name: 'Invite and create link' }).click();
  await expect(people.dialog.getByText('Enter the name.')).toBeVisible();
  await expectAccessible(page);
  await people.fillInvitation('A name that is a good deal longer than most', `${Date.now()}@desk.example`, 'Agent');
  await people.dialog.getByRole('button', { name: 'Invite and create link' }).click();
  await expect(people.link).toBeVisible();
  await expectAccessible(page);
  const link = await people.link.inputValue();

  await page.goto(link);
  await expect(page.getByText('Choose a password for your account')).toBeVisible();
  await expectAccessible(page);
  await page.goto('/set-password#no-such-token');
  await expect(page.getByText('This link no longer works.')).toBeVisible();
  await expectAccessible(page);
});
