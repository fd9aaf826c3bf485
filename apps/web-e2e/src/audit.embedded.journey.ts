import { readFile } from 'node:fs/promises';
import { SignInPage } from './pages/sign-in-page';
import { ADMINISTRATOR, makeAdministrator } from './support/administrator';
import { expectAccessible } from './support/axe';
import { makePerson } from './support/people';
import { expect, test } from './support/test';

test.use({ isClosed: true });

test.beforeEach(({ request, stack }) => makeAdministrator(request, stack));

test('tells an administrator who signed in and who tried to, and saves it as a file', async ({ page }) => {
  const signInPage = new SignInPage(page);
  const rows = page.getByRole('row');
  await page.goto('/settings/audit');
  await signInPage.signIn({ ...ADMINISTRATOR, password: 'a wrong password' });
  await expect(page.getByText('The e-mail or the password is wrong.')).toBeVisible();
  await signInPage.signIn(ADMINISTRATOR);

  await expect(page.getByRole('heading', { name: 'Audit log' })).toBeVisible();
  await expect(rows.filter({ hasText: 'Signed in' }).first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('combobox', { name: 'Event' }).click();
  await page.getByRole('option', { name: 'Failed sign-in' }).click();
  await expect(page).toHaveURL('/settings/audit?event=sign_in_failed');
  await expect(rows.filter({ hasText: `Sign-in failed for ${ADMINISTRATOR.name}` }).first()).toBeVisible();
  await expect(rows.filter({ hasText: /Signed in/ })).toHaveCount(0); // the actor of the failure is "Not signed in"

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const saved = await readFile(await (await saving).path(), 'utf8');
  const events = saved
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { event: string });
  expect(new Set(events.map(({ event }) => event))).toEqual(new Set(['sign_in_failed']));
});

test('shows the events of a person who is found by name', async ({ page, request, stack }) => {
  const { name } = await makePerson(request, stack, 'agent');
  await page.goto('/settings/audit');
  await new SignInPage(page).signIn(ADMINISTRATOR);

  await page.getByRole('combobox', { name: 'Person' }).fill('sofia');
  await expectAccessible(page, { hasOpenMenu: true });
  await page.getByRole('option', { name }).first().click();

  await expect(page).toHaveURL(/\/settings\/audit\?person=\d+$/);
  await expect(page.getByRole('row').filter({ hasText: 'Accepted the invitation' })).toBeVisible();
  await expect(page.getByRole('button', { name })).toHaveCount(2); // the filter, and the person's only event
});

test('says how people sign in', async ({ page }) => {
  await page.goto('/settings/people');
  await new SignInPage(page).signIn(ADMINISTRATOR);
  await page.getByRole('link', { name: 'Change' }).click();

  await expect(page.getByText('Ways to sign in: Password.')).toBeVisible();
  await expectAccessible(page);
});
