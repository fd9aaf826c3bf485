import { SignInPage } from './pages/sign-in-page';
import { TicketsPage } from './pages/tickets-page';
import { makePerson, post, signInAsAdministrator } from './support/people';
import { expect, test } from './support/test';

test.use({ isClosed: true });

test('completes people and teams, and knows who asks', async ({ page, request, stack, word }) => {
  await signInAsAdministrator(request, stack);
  const team = (await post(request, stack, '/api/teams', { name: `Team ${word}` }, 201)) as { id: number };
  const person = await makePerson(request, stack, 'agent');
  await page.goto('/sign-in');
  await new SignInPage(page).signIn(person);
  const list = new TicketsPage(page);
  await expect(list.search).toBeVisible();
  const me = ((await (await page.request.get('/api/session')).json()) as { user: { id: number } }).user.id;
  const fields = { description: 'x', category: 'general', priority: 'low' };
  const mine = { ...fields, title: `Mine ${word}`, assignee_id: me, team_id: team.id };
  await post(page.request, stack, '/api/tickets', { ...fields, title: `Free ${word}` }, 201);
  await post(page.request, stack, '/api/tickets', mine, 201);

  await list.search.fill(`${word} assignee:me `);
  await list.expectTitles([`Mine ${word}`]);
  await list.search.fill(`${word} assignee:none `);
  await list.expectTitles([`Free ${word}`]);
  await list.search.fill(`${word} team:team`);
  await page.getByRole('option', { name: `"Team ${word}"` }).click();
  await list.expectTitles([`Mine ${word}`]);
  await list.search.fill(`${word} assignee:`);
  await page
    .getByRole('option', { name: `"${person.name}"` })
    .first()
    .click();
  await list.expectTitles([`Mine ${word}`]);
});
