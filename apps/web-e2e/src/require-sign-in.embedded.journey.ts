import { SignInPage } from './pages/sign-in-page';
import { TicketsPage } from './pages/tickets-page';
import { ADMINISTRATOR } from './support/administrator';
import { expectNoViolation } from './support/axe';
import { expect, test } from './support/test';

test.use({ settings: { LOG_LEVEL: 'info' } }); // a separate stack, because closing is permanent

test('closes an open Docket for good, and signs in who closed it', async ({ page, browser, stack }) => {
  const list = new TicketsPage(page);
  const signInPage = new SignInPage(page);
  await list.open('/tickets');

  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { name: 'Require sign-in' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await expectNoViolation(page);
  await page.getByRole('textbox', { name: 'Name' }).fill(ADMINISTRATOR.name);
  await signInPage.email.fill(ADMINISTRATOR.email);
  await signInPage.password.fill(ADMINISTRATOR.password);
  await page.getByRole('button', { name: 'Require sign-in' }).click();

  await expect(page.getByText(`You are signed in as ${ADMINISTRATOR.name}`)).toBeVisible();
  await expectNoViolation(page);
  await page.getByRole('link', { name: 'Tickets', exact: true }).click();
  await expect(list.search).toBeVisible();

  const stranger = await browser.newContext({ baseURL: stack.url });
  const other = await stranger.newPage();
  await other.goto('/tickets');
  await new SignInPage(other).expectOpen();
  await stranger.close();
});
