import { ProfilePage } from './pages/profile-page';
import { SignInPage } from './pages/sign-in-page';
import { ADMINISTRATOR, makeAdministrator } from './support/administrator';
import { expectAccessible } from './support/axe';
import { expect, test } from './support/test';

test.use({ isClosed: true });

test.beforeEach(async ({ page, request, stack }) => {
  await makeAdministrator(request, stack);
  await page.goto('/');
  await new SignInPage(page).signIn(ADMINISTRATOR);
});

test('makes a token that a program uses until it is revoked', async ({ page, playwright, stack, word }) => {
  const profile = new ProfilePage(page);
  await profile.open(ADMINISTRATOR.name);

  const token = await profile.createToken(word);

  const program = await playwright.request.newContext({
    baseURL: stack.url,
    extraHTTPHeaders: { Authorization: `Bearer ${token}` },
  });
  expect((await program.get('/api/tickets')).status()).toBe(200);
  expect((await program.get('/api/tickets/stats')).status()).toBe(403);
  const row = profile.tokens.getByRole('listitem').filter({ hasText: word });
  await expect(row).toContainText('Read tickets');

  await row.getByRole('button', { name: 'Revoke' }).click();
  await profile.dialog.getByRole('button', { name: 'Revoke' }).click();

  await expect(profile.newToken).toBeVisible(); // an open dialog hides the page, including the row, from roles
  await expect(row).toBeHidden();
  expect((await program.get('/api/tickets')).status()).toBe(401);
  await program.dispose();
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });

  test('Back closes a dialog, but not one that shows a token', async ({ page, word }) => {
    const profile = new ProfilePage(page);
    await profile.open(ADMINISTRATOR.name);
    await profile.newToken.click();
    await expect(profile.dialog).toBeVisible();
    await page.goBack();
    await expect(profile.dialog).toBeHidden();
    await expect(page).toHaveURL('/settings/profile');

    await profile.newToken.click();
    await profile.dialog.getByRole('textbox', { name: 'What it is for' }).fill(word);
    await profile.dialog.getByRole('button', { name: 'Create token' }).click();
    const token = profile.dialog.getByRole('textbox', { name: 'Token' });
    await expect(token).toHaveValue(/^dkp_/);
    await page.goBack();
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL('/settings/profile');
    await profile.dialog.getByRole('button', { name: 'Done' }).click();

    await expect(profile.dialog).toBeHidden();
    await expect(profile.tokens.getByText(word)).toBeVisible();
  });
});

test('signs out everywhere else', async ({ page, browser, stack }) => {
  const elsewhere = await (await browser.newContext({ baseURL: stack.url })).newPage();
  await elsewhere.goto('/dashboard');
  await new SignInPage(elsewhere).signIn(ADMINISTRATOR);
  await expect(elsewhere.getByRole('heading', { name: 'Dashboard' })).toBeVisible();
  const profile = new ProfilePage(page);
  await profile.open(ADMINISTRATOR.name);
  await expect(profile.sessions.getByText('this browser')).toHaveCount(1);

  await profile.sessions.getByRole('button', { name: 'Sign out everywhere else' }).click();

  await expect(profile.sessions.getByRole('listitem')).toHaveCount(1);
  await elsewhere.goto('/dashboard');
  await new SignInPage(elsewhere).expectOpen();
  await elsewhere.context().close();
});

test('changes the password, and stays signed in', async ({ page }) => {
  const next = 'blue lantern under the bridge';
  const profile = new ProfilePage(page);
  await profile.open(ADMINISTRATOR.name);

  await profile.changePassword('wrong', next);
  await expect(page.getByText('The current password is wrong.')).toBeVisible();
  await profile.changePassword(ADMINISTRATOR.password, next);
  await expect(page.getByText('The password is changed.')).toBeVisible();

  await profile.changePassword(next, ADMINISTRATOR.password); // other journeys use this password
  await expect(page.getByText('The password is changed.')).toBeVisible();
});

test('is accessible on the profile and the tokens', async ({ page }) => {
  const profile = new ProfilePage(page);
  await profile.open(ADMINISTRATOR.name);
  await expect(profile.sessions.getByText('this browser')).toBeVisible();
  await expectAccessible(page);
  await profile.newToken.click();
  await expect(profile.dialog).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await profile.createToken('A token');
  await expect(profile.tokens.getByText('A token').first()).toBeVisible();

  await page.goto('/settings/tokens');
  await expect(page.getByText('A token').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'New service' }).click();
  await expect(profile.dialog).toBeVisible();
  await expectAccessible(page);
});
