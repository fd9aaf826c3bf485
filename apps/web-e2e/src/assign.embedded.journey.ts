import { type APIRequestContext, type Browser, type Page } from '@playwright/test';
import { Conversation } from './pages/conversation';
import { SignInPage } from './pages/sign-in-page';
import { TicketsPage } from './pages/tickets-page';
import { ADMINISTRATOR } from './support/administrator';
import { expectAccessible, expectNoViolation } from './support/axe';
import { type Person, makePerson, post, signInAsAdministrator } from './support/people';
import type { Stack } from './support/stack';
import { expect, test } from './support/test';

test.use({ isClosed: true });

test.beforeEach(({ request, stack }) => signInAsAdministrator(request, stack));

async function file(request: APIRequestContext, stack: Stack, title: string): Promise<number> {
  const ticket = { title, description: 'Filed for a journey.', category: 'general', priority: 'medium' };
  return ((await post(request, stack, '/api/tickets', ticket, 201)) as { id: number }).id;
}

/** Opens a path in another browser, signed in as a person. */
async function openAs(
  browser: Browser,
  stack: Stack,
  person: Pick<Person, 'email' | 'password'>,
  path: string,
): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: stack.url })).newPage();
  await page.goto(path);
  await new SignInPage(page).signIn(person);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  return page;
}

test('assigns a ticket by keys, and tags it, which another person sees at once', async ({
  browser,
  page,
  request,
  stack,
  word,
}) => {
  const id = await file(request, stack, `Codes ${word}`);
  const sofia = await makePerson(request, stack, 'agent');
  await page.goto(`/tickets/${id}`);
  await new SignInPage(page).signIn(ADMINISTRATOR);
  const list = new TicketsPage(page);
  const conversation = new Conversation(page);
  await expect(conversation.reply).toBeVisible();
  const other = await openAs(browser, stack, sofia, `/tickets?search=${word}`);
  const row = new TicketsPage(other).row(word);
  await expect(row).toContainText('Nobody');

  await page.keyboard.press('a');
  const find = page.getByRole('combobox', { name: 'Assignee' });
  await expect(find).toBeFocused();
  await page.keyboard.press('Enter');
  await list.expectProperty('Assignee', ADMINISTRATOR.name);
  await expect(row).toContainText(ADMINISTRATOR.name);
  await expect(conversation.entries.last()).toContainText(`${ADMINISTRATOR.name} took the ticket`);

  await page.keyboard.press('a');
  await find.fill('sofia ag');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await list.expectProperty('Assignee', sofia.name);
  await expect(row).toContainText(sofia.name);

  await page.keyboard.press('t');
  await page.getByRole('combobox', { name: 'Add a tag' }).fill('MFA payroll ');
  await expect(page.getByRole('dialog', { name: 'Tags' }).getByRole('listitem')).toHaveText(['mfa', 'payroll']);
  await page.keyboard.press('Enter');
  await list.expectProperty('Tags', 'mfa');
  await expect(row).toContainText('payroll');
  await expect(conversation.entries.last()).toContainText('added tags mfa and payroll');
  await other.context().close();
});

test('keeps the tags of two people who add them at the same time', async ({ browser, page, request, stack, word }) => {
  const id = await file(request, stack, `Both ${word}`);
  const sofia = await makePerson(request, stack, 'agent');
  await page.goto(`/tickets/${id}`);
  await new SignInPage(page).signIn(ADMINISTRATOR);
  await expect(new Conversation(page).reply).toBeVisible();
  const other = await openAs(browser, stack, sofia, `/tickets/${id}`);

  for (const one of [page, other]) await new TicketsPage(one).property('Tags').click();
  await page.getByRole('combobox', { name: 'Add a tag' }).fill('mine');
  await other.getByRole('combobox', { name: 'Add a tag' }).fill('theirs');
  await page.getByRole('button', { name: 'Done' }).click();
  await new TicketsPage(other).expectProperty('Tags', 'mine'); // the value below the open editor
  await other.getByRole('button', { name: 'Done' }).click();

  for (const one of [page, other]) {
    await new TicketsPage(one).expectProperty('Tags', 'mine');
    await new TicketsPage(one).expectProperty('Tags', 'theirs');
  }
  await other.context().close();
});

test('manages teams in the settings, and gives a ticket to one', async ({ page, request, stack, word }) => {
  const id = await file(request, stack, `Team ${word}`);
  await page.goto('/settings/teams');
  await new SignInPage(page).signIn(ADMINISTRATOR);
  const dialog = page.getByRole('dialog');
  const team = page.getByRole('listitem').filter({ hasText: `Identity ${word}` });
  await page
    .getByRole('button', { name: /^(New team|Add the first team)$/ })
    .first()
    .click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill(`Identity ${word}`);
  await expectNoViolation(page);
  await dialog.getByRole('button', { name: 'Add team' }).click();
  await expect(team).toContainText('No members yet');

  await page.getByRole('button', { name: `Members of Identity ${word}` }).click();
  await dialog.getByRole('checkbox', { name: ADMINISTRATOR.name }).check();
  await expectNoViolation(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(team).toContainText(ADMINISTRATOR.name);
  await page.getByRole('button', { name: `Rename Identity ${word}` }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill(`Access ${word}`);
  await dialog.getByRole('button', { name: 'Rename' }).click();
  const renamed = page.getByRole('listitem').filter({ hasText: `Access ${word}` });
  await expect(renamed).toContainText(ADMINISTRATOR.name);
  await expectAccessible(page);

  await page.goto(`/tickets/${id}`);
  const list = new TicketsPage(page);
  await list.property('Team').click();
  await page.getByRole('option', { name: `Access ${word}` }).click();
  await list.expectProperty('Team', `Access ${word}`);
  await expect(new Conversation(page).entries.last()).toContainText(`set team Access ${word}`);

  await page.goto('/settings/teams');
  await page.getByRole('button', { name: `Delete Access ${word}` }).click();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('Tickets belong to this team.')).toBeVisible();
  await request.patch(`/api/tickets/${id}`, { data: { team_id: null }, headers: { Origin: stack.url } });
  await page.getByRole('button', { name: `Delete Access ${word}` }).click();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(renamed).toBeHidden();
});

test('is accessible with open menus, and with names of all kinds', async ({ page, request, stack, word }) => {
  const id = await file(request, stack, `Names ${word}`);
  const names = ['דנה כהן', '👩🏽‍🚀 Zoë', 'Maximiliana-'.repeat(9).slice(0, 100)];
  for (const name of names) await makePerson(request, stack, 'agent', name);
  await page.goto(`/tickets/${id}`);
  await new SignInPage(page).signIn(ADMINISTRATOR);
  await expect(new Conversation(page).reply).toBeVisible();
  const list = new TicketsPage(page);

  await list.property('Assignee').click();
  await page.getByRole('option', { name: 'Maximiliana' }).click();
  await list.expectProperty('Assignee', 'Maximiliana');
  await page.keyboard.press('t');
  await page.getByRole('combobox', { name: 'Add a tag' }).fill(`${'x'.repeat(40)} עברית b c d `);
  await page.keyboard.press('Enter');
  await list.expectProperty('Tags', 'עברית');
  await expectAccessible(page);

  for (const open of ['a', 't']) {
    await page.keyboard.press(open);
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page, { hasOpenMenu: true });
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await page.goto(`/tickets?search=${word}`);
  await expect(list.row(word)).toContainText('Maximiliana');
  await expectAccessible(page);
});
