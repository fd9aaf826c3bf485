import { IdentityProvider } from '@docket/testing';
import { NewTicketPage } from './pages/new-ticket-page';
import { PersonMenu } from './pages/person-menu';
import { ProfilePage } from './pages/profile-page';
import { SignInPage } from './pages/sign-in-page';
import { TicketsPage } from './pages/tickets-page';
import { ADMINISTRATOR, makeAdministrator } from './support/administrator';
import { expectNoViolation } from './support/axe';
import { endSession } from './support/end-session';
import { test as base, expect } from './support/test';

const NAME = 'Acme SSO';

/** Extends the test by a provider on this machine. */
const test = base.extend<object, { provider: IdentityProvider }>({
  provider: [
    async ({}, use) => {
      const provider = await IdentityProvider.start();
      await use(provider);
      await provider.stop();
    },
    { scope: 'worker' },
  ],
  settings: [
    ({ provider }, use) => use({ ...provider.settings, OIDC_NAME: NAME, OIDC_ROLES: 'support=agent' }),
    { scope: 'worker' },
  ],
  visitedOrigins: ({ provider }, use) => use([provider.issuer]),
});

test.use({ isClosed: true });

test.beforeEach(({ request, stack }) => makeAdministrator(request, stack));

test('leads from the button to the page that was asked for', async ({ page, provider }) => {
  provider.add({ sub: 'sam', name: 'Sam Okafor', email: 'sam@desk.example', groups: ['support'] });
  await page.goto('/tickets?status=open');
  await page.getByRole('link', { name: `Continue with ${NAME}` }).click();

  await page.getByLabel('Name').fill('sam');
  await page.getByRole('button', { name: 'Sign in' }).click();

  await expect(page).toHaveURL('/tickets?status=open');
  await expect(new TicketsPage(page).search).toBeVisible();
  const menu = new PersonMenu(page);
  await menu.open('Sam Okafor');
  await menu.signOut();
  await expect(page.getByRole('link', { name: `Continue with ${NAME}` })).toContainText('last used');
});

test('signs in in a new tab when the session ends, and files the ticket with the typed text', async ({
  page,
  provider,
  word,
}) => {
  const form = new NewTicketPage(page);
  provider.add({ sub: 'ola', name: 'Ola Berg', email: 'ola@desk.example', groups: ['support'] });
  await page.goto('/tickets/new');
  await page.getByRole('link', { name: `Continue with ${NAME}` }).click();
  await page.getByLabel('Name').fill('ola');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await form.title.fill(`Half a thought ${word}`);
  await form.description.fill('A short text.');
  await form.choose(form.category, 'Billing');
  await form.choose(form.priority, 'High');
  await page.context().clearCookies({ name: /^(?!docket)/ }); // the provider asks for the name again

  await endSession(page);
  await form.file();
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  const opening = page.waitForEvent('popup');
  await dialog.getByRole('link', { name: `Continue with ${NAME} in a new tab` }).click();
  const other = await opening;
  await other.getByLabel('Name').fill('ola');
  await other.getByRole('button', { name: 'Sign in' }).click();
  await expect(other).toHaveURL('/tickets/new');

  await expect(dialog).toBeHidden();
  await expect(new TicketsPage(page).row(word)).toBeVisible();
});

test('links and unlinks single sign-on in the profile', async ({ page, provider, word }) => {
  provider.add({ sub: word, email: `${word}@elsewhere.example`, groups: ['support'] });
  await page.goto('/sign-in');
  await new SignInPage(page).signIn(ADMINISTRATOR);
  await new ProfilePage(page).open(ADMINISTRATOR.name);

  await page.getByRole('button', { name: `Link ${NAME}` }).click();
  await page.getByLabel('Name').fill(word);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL('/settings/profile');
  await expect(page.getByText(`You can sign in with ${NAME} as ${word}@elsewhere.example.`)).toBeVisible();
  await expectNoViolation(page);

  await page.getByRole('button', { name: `Unlink ${NAME}` }).click();
  await expect(page.getByRole('button', { name: `Link ${NAME}`, exact: true })).toBeVisible();
});

test('says why somebody may not sign in', async ({ page, provider }) => {
  provider.add({ sub: 'kim', email: 'kim@desk.example', groups: ['kitchen'] });
  await page.goto('/sign-in');
  await page.getByRole('link', { name: `Continue with ${NAME}` }).click();

  await page.getByLabel('Name').fill('kim');
  await page.getByRole('button', { name: 'Sign in' }).click();

  await expect(page.locator(':focus')).toHaveText(
    `None of your groups at ${NAME} may use Docket. Ask an administrator.`,
  );
  await expectNoViolation(page);
});
