import { PersonMenu } from './pages/person-menu';
import { SignInPage } from './pages/sign-in-page';
import { TicketsPage } from './pages/tickets-page';
import { ADMINISTRATOR, setUpLink } from './support/administrator';
import { expect, test } from './support/test';

test.use({ isClosed: true, settings: { LOG_LEVEL: 'info' } }); // a separate stack, because the link works only once

test('makes the first administrator by the link in the log, who signs out and in again', async ({ page, stack }) => {
  const signInPage = new SignInPage(page);
  const list = new TicketsPage(page);
  await page.goto('/tickets');
  await signInPage.expectOpen();
  await expect(page.getByText('Docket has no administrator yet.')).toBeVisible();

  await page.goto(setUpLink(stack));
  await expect(page.getByRole('heading', { name: 'First administrator' })).toBeVisible();
  await expect(page).toHaveURL('/set-up'); // without the token
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type(ADMINISTRATOR.name);
  await signInPage.email.fill(ADMINISTRATOR.email);
  await signInPage.password.fill('too short');
  await page.getByRole('button', { name: 'Create administrator' }).click();
  await expect(page.getByText('Use 15 to 128 characters.')).toBeVisible();
  await expect(signInPage.password).toBeFocused();
  await signInPage.password.fill(ADMINISTRATOR.password);
  await expect(page.getByText('27 characters')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/tickets');
  await expect(list.search).toBeVisible();

  const menu = new PersonMenu(page);
  await menu.open(ADMINISTRATOR.name);
  await expect(page.getByRole('menu')).toContainText('Administrator');
  await menu.signOut();
  await page.goBack();
  await signInPage.expectOpen();

  await signInPage.signIn({ ...ADMINISTRATOR, password: 'green lantern under the quay' });
  await expect(page.getByText('The e-mail or the password is wrong.')).toBeVisible();
  await signInPage.signIn(ADMINISTRATOR);
  await expect(list.search).toBeVisible();
  await expect(page.getByRole('button', { name: ADMINISTRATOR.name })).toBeVisible();

  await page.goto(setUpLink(stack));
  await page.getByRole('textbox', { name: 'Name' }).fill('Somebody else');
  await signInPage.email.fill('else@desk.example');
  await signInPage.password.fill(ADMINISTRATOR.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
});
