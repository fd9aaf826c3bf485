import { SignInPage } from './pages/sign-in-page';
import { ADMINISTRATOR, makeAdministrator } from './support/administrator';
import { expectNoViolation } from './support/axe';
import { expect, test } from './support/test';

/** Settings of an unreachable provider: no server listens on this port. */
const AWAY = { OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_CLIENT_ID: 'docket', OIDC_CLIENT_SECRET: 'secret' };

test.use({ isClosed: true, settings: { ...AWAY, OIDC_NAME: 'Acme SSO' } });

test.beforeEach(({ request, stack }) => makeAdministrator(request, stack));

test('the button of a provider that is away says so, and passwords work', async ({ page }) => {
  await page.goto('/dashboard');

  await page.getByRole('link', { name: 'Continue with Acme SSO' }).click();

  await expect(page.getByRole('link', { name: 'Acme SSO does not respond. Try again' })).toBeFocused();
  await expectNoViolation(page);
  await new SignInPage(page).signIn(ADMINISTRATOR);
  await expect(page).toHaveURL('/dashboard');
});
