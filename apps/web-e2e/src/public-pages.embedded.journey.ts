import { expectAccessible } from './support/axe';
import { makeAdministrator } from './support/administrator';
import { expect, test } from './support/test';

/** Settings of an unreachable mail server: no server listens on this port. The page must not reveal the failure. */
const MAIL = { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'desk@desk.example' };

test.use({ isClosed: true, settings: { ...MAIL, PUBLIC_FORM: 'true' } });

test.beforeEach(({ request, stack }) => makeAdministrator(request, stack));

test('takes the request of somebody without an account', async ({ page, word }) => {
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Send a request without an account' }).click();
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(page.getByText('Describe what happened.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Subject' })).toBeFocused();
  await expectAccessible(page);

  await page.getByRole('textbox', { name: 'Subject' }).fill(`The invoice is wrong ${word}`);
  await page.getByRole('textbox', { name: 'Description' }).fill('It has two lines too many.');
  await page.getByRole('textbox', { name: 'Your e-mail' }).fill(`${word}@example.com`);
  await page.getByRole('button', { name: 'Send request' }).click();

  await expect(page.getByText(/Its reference is [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)).toBeVisible();
  await expectAccessible(page);
});

test('asks for a new password, and says the same for every address', async ({ page, word }) => {
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);

  await page.getByRole('textbox', { name: 'E-mail' }).fill(`${word}@desk.example`);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('status')).toContainText(`If ${word}@desk.example has an account`);
  await expectAccessible(page);
});

test('says that the page for a new password needs a link', async ({ page }) => {
  await page.goto('/set-password');

  await expect(page.getByText('This page needs a link from an administrator')).toBeVisible();
  await expectAccessible(page);
});
