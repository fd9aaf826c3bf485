import { NewTicketPage } from './pages/new-ticket-page';
import { Conversation } from './pages/conversation';
import { TicketsPage } from './pages/tickets-page';
import { expectAccessible, expectNoViolation } from './support/axe';
import { expect, test } from './support/test';

test('files a ticket for a caller by keyboard, and corrects the requester', async ({ page, word }) => {
  const { keyboard } = page;
  const list = new TicketsPage(page);
  const form = new NewTicketPage(page);
  await list.open();
  await keyboard.press('Shift+N');
  await expect(form.title).toBeFocused();
  await expectAccessible(page);
  await keyboard.type(`Her phone ${word}`);
  await keyboard.press('Tab');
  await keyboard.type('The code still goes to her old number.');
  await form.category.focus();
  await keyboard.type('Acc');
  await form.priority.focus();
  await keyboard.type('Hi');
  await form.requesterEmail.focus();
  await keyboard.type(`nora-${word}`);
  await keyboard.press('Tab');
  await expect(form.requesterName).toBeFocused();
  await keyboard.type('Nora Lindkvist');
  await keyboard.press('Control+Enter');

  await expect(page.getByText('Enter an e-mail address.')).toBeVisible();
  await expect(form.requesterEmail).toBeFocused();
  await expectNoViolation(page);
  await keyboard.press('End');
  await keyboard.type('@example.con');
  await keyboard.press('Control+Enter');
  const open = page.getByRole('link', { name: 'Open', exact: true });
  await open.focus();
  await keyboard.press('Enter');
  await expect(list.panel.getByRole('heading', { name: `Her phone ${word}` })).toBeVisible();
  await expect(list.panel.getByText('Nora Lindkvist').first()).toBeVisible();

  const edit = list.panel.getByRole('button', { name: 'Edit requester' });
  await edit.focus();
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(form.requesterEmail).toBeFocused();
  await expect(page.locator('docket-root')).toHaveAttribute('aria-hidden', 'true'); // the rest of the page is behind the dialog
  await expectAccessible(page);
  await form.requesterEmail.fill(`nora-${word}@example.com`);
  await keyboard.press('Tab');
  await form.requesterName.fill('Nora Lindqvist');
  await keyboard.press('Enter');

  await expect(page.getByText(/Requester of #\d+ set to Nora Lindqvist/)).toBeVisible();
  await expect(dialog).toBeHidden();
  await expect(edit).toBeFocused();
  await expect(list.panel.getByText('Nora Lindqvist').first()).toBeVisible();
  await expect(new Conversation(page).entries.last()).toContainText('Nora Lindqvist');
  await keyboard.press('z');
  await expect(list.panel.getByText('Nora Lindkvist').first()).toBeVisible();
});

test('changes the requester to a known customer, who keeps their name, or gets it back on undo', async ({
  page,
  tickets,
  word,
}) => {
  const { keyboard } = page;
  const list = new TicketsPage(page);
  const form = new NewTicketPage(page);
  const amira = { email: `amira-${word}@example.com`, name: `Amira ${word}` };
  const jo = { email: `jo-${word}@example.com`, name: `Jo ${word}` };
  const { id: ofAmira } = await tickets.file({ title: `Hers ${word}`, requester: amira });
  const { id } = await tickets.file({ title: `His ${word}`, requester: jo });
  const requesterOf = async (ticket: number) => (await tickets.read(ticket)).requester;
  await tickets.file({ title: `Older ${word}`, requester: jo });
  await new Conversation(page).open(id);
  await list.panel.getByRole('link', { name: '1 other ticket' }).press('Enter');
  await expect(list.link(`His ${word}`)).toBeFocused();
  await keyboard.press('Escape');
  await expect(list.panel.getByRole('heading', { name: `His ${word}` })).toBeFocused();
  const edit = list.panel.getByRole('button', { name: 'Edit requester' });
  await edit.click();
  await form.requesterEmail.fill(amira.name);
  await expect(page.getByRole('option', { name: amira.email })).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(form.requesterEmail).toHaveValue(amira.email);
  await keyboard.press('Enter');

  await expect(page.getByText(`Requester of #${id} set to ${amira.name}`)).toBeVisible();
  expect(await requesterOf(id)).toMatchObject(amira);
  expect(await requesterOf(ofAmira)).toMatchObject(amira);
  await keyboard.press('z');
  await expect(page.getByText(`Undone: requester of #${id} is again ${jo.name}`)).toBeVisible();

  await edit.click();
  await form.requesterEmail.fill(amira.email);
  await expect(form.requesterName).toHaveValue(amira.name);
  await form.requesterName.fill(`A. ${word}`);
  await expect(page.getByText(`Known as ${amira.name}. All their tickets get this name.`)).toBeVisible();
  await expectAccessible(page);
  await keyboard.press('Enter');
  await expect(page.getByText(`Requester of #${id} set to A. ${word}`)).toBeVisible();
  expect(await requesterOf(ofAmira)).toMatchObject({ ...amira, name: `A. ${word}` });
  await keyboard.press('z');
  await expect(page.getByText(`Undone: requester of #${id} is again ${jo.name}`)).toBeVisible();
  expect(await requesterOf(id)).toMatchObject(jo);
  expect(await requesterOf(ofAmira)).toMatchObject(amira);

  await form.open();
  await form.requesterEmail.fill(amira.email);
  await expect(form.requesterName).toHaveValue(amira.name);
  await form.requesterName.fill(`A. ${word}`);
  await expect(page.getByText(`Known as ${amira.name}. All their tickets get this name.`)).toBeVisible();
});

test('completes tags of other tickets', async ({ page, request, tickets, word }) => {
  test.slow();
  const { id: other } = await tickets.file({ title: `Other ${word}` });
  await request.patch(`/api/tickets/${other}`, { data: { tags: [`${word}-payroll`] } });
  const { id } = await tickets.file({ title: `Mine ${word}` });
  await new Conversation(page).open(id);

  await page.keyboard.press('t');
  const field = page.getByRole('combobox', { name: 'Add a tag' });
  const option = page.getByRole('option', { name: `${word}-payroll` });
  await expect(async () => {
    await field.fill('');
    await field.fill(`${word}-pa`);
    await expect(option).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 75_000 }); // tags are counted once a minute, perhaps just before for another journey
  await expectNoViolation(page, { hasOpenMenu: true });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');

  await new TicketsPage(page).expectProperty('Tags', `${word}-payroll`);
});
