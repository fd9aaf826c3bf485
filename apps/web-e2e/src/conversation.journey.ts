import type { APIRequestContext } from '@playwright/test';
import { Conversation } from './pages/conversation';
import { TicketsPage } from './pages/tickets-page';
import { expectAccessible } from './support/axe';
import { expect, test } from './support/test';

/** Texts of a ticket's messages, oldest first. */
async function messagesOf(request: APIRequestContext, id: number): Promise<string[]> {
  const response = await request.get(`/api/tickets/${id}/timeline`);
  const entries = (await response.json()) as { message?: { body: string } }[];
  return entries.flatMap(({ message }) => (message ? [message.body] : [])).reverse();
}

test('replies with a status, adds a note, and sees what happened', async ({ page, request, tickets, word }) => {
  const { id } = await tickets.file({ title: `Codes ${word}`, description: `My codes are gone ${word}` });
  const list = new TicketsPage(page);
  const conversation = new Conversation(page);
  await list.open(`/tickets?search=${word}`);
  await list.link(`Codes ${word}`).click();
  await expect(conversation.entries.first()).toContainText(`My codes are gone ${word}`);

  await list.change('Priority', 'Critical');
  await expect(conversation.entries.last()).toContainText('You set priority Medium → Critical');

  await conversation.writeReply('Which is easier?\nA code, or a call?');
  await conversation.send.click();
  await expect(conversation.entries.filter({ hasText: 'Which is easier?' })).toContainText('replied');
  await expect(conversation.entries.last()).toContainText('You set status Open → Resolved');
  await list.expectProperty('Status', 'Resolved');
  await expect(list.row(word)).toContainText('Resolved');
  await expect(conversation.reply).toBeFocused();
  await expect(conversation.reply).toHaveValue('');
  expect((await tickets.read(id)).status).toBe('resolved');

  await conversation.noteTab.click();
  await conversation.note.fill('He called.');
  await conversation.addNote.click();
  await expect(conversation.entries.last()).toContainText('Only your team sees this');
  await expect(conversation.entries.last()).toContainText('He called.');
  await expect.poll(() => messagesOf(request, id)).toEqual(['Which is easier?\nA code, or a call?', 'He called.']);

  await conversation.replyTab.click();
  await conversation.reply.fill('Done.');
  await conversation.otherWays.click();
  await page.getByRole('menuitem', { name: 'Send and close' }).click();
  await list.expectProperty('Status', 'Closed');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Send and close' })).toBeVisible(); // the last choice
});

test('keeps a draft for the reply and one for the note, over a reload', async ({ page, tickets, word }) => {
  const [one, other] = await tickets.fileAll([{ title: `One ${word}` }, { title: `Other ${word}` }]);
  const conversation = new Conversation(page);
  await conversation.open(one!.id);
  await conversation.writeReply('Half a reply');
  await conversation.noteTab.click();
  await conversation.note.fill('Half a note'); // not saved yet

  await page.reload();
  await expect(conversation.reply).toHaveValue('Half a reply');
  await conversation.noteTab.click();
  await expect(conversation.note).toHaveValue('Half a note');

  await conversation.open(other!.id);
  await expect(conversation.reply).toHaveValue('');
  await conversation.noteTab.click();
  await expect(conversation.note).toHaveValue('');
});

test('keeps the text of both tabs in which the same ticket is open', async ({ context, page, tickets, word }) => {
  const { id } = await tickets.file({ title: `Tabs ${word}` });
  const one = new Conversation(page);
  await one.open(id);
  const other = new Conversation(await context.newPage());
  await other.open(id);
  await expect(other.page.getByText('No replies yet')).toBeVisible();

  await one.writeReply('A long text');
  await expect(other.reply).toHaveValue('A long text');
  await other.reply.press('Control+End');
  await other.reply.pressSequentially(', and more');
  await expect(one.reply).toHaveValue('A long text, and more');

  await one.page.reload();
  await expect(one.reply).toHaveValue('A long text, and more');
});

test('keeps a draft of another device where somebody begins to type', async ({
  browser,
  page,
  stack,
  tickets,
  word,
}) => {
  const { id } = await tickets.file({ title: `Devices ${word}` });
  const here = new Conversation(page);
  await here.open(id);
  const context = await browser.newContext({ baseURL: stack.url });
  const there = new Conversation(await context.newPage());
  await there.open(id);
  await there.writeReply('A long text');

  await here.reply.pressSequentially('Hi');

  await expect(here.reply).toHaveValue(/^A long text\n\nHi$/);
  await expect(page.getByText('Draft saved')).toBeVisible();
  await there.page.reload();
  await expect(there.reply).toHaveValue('A long text\n\nHi');
  await context.close();
});

test('stops at a reply of somebody else, and sends after it was read', async ({
  browser,
  page,
  request,
  stack,
  tickets,
  word,
}) => {
  const { id } = await tickets.file({ title: `Both ${word}` });
  const mine = new Conversation(page);
  await mine.open(id);
  await mine.writeReply('Mine');

  const other = await browser.newContext({ baseURL: stack.url });
  const theirs = new Conversation(await other.newPage());
  await theirs.open(id);
  await expect(theirs.reply).toHaveValue('Mine'); // in the open mode, all people share the draft
  await theirs.reply.fill('Theirs');
  await theirs.otherWays.click();
  await theirs.page.getByRole('menuitem', { name: 'Send', exact: true }).click();
  await expect(theirs.entries.last()).toContainText('Theirs');
  await other.close();

  await mine.reply.fill('Mine, after theirs');
  await expect(page.getByText('1 new reply, read it first.')).toBeVisible();
  await expect(mine.send).toBeDisabled();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(mine.entries.last()).toContainText('Theirs');
  await expect(mine.reply).toHaveValue('Mine, after theirs');
  await mine.send.click();

  await expect(mine.entries.filter({ hasText: 'Mine, after theirs' })).toBeVisible();
  expect(await messagesOf(request, id)).toEqual(['Theirs', 'Mine, after theirs']);
});

test.describe('without a connection', () => {
  test.use({ provokedErrors: /net::ERR_|dynamically imported module|NG0750/ });

  test('keeps the text, and sends it once, also if only the response was lost', async ({
    context,
    page,
    request,
    tickets,
    word,
  }) => {
    const { id } = await tickets.file({ title: `Lost ${word}` });
    const conversation = new Conversation(page);
    await conversation.open(id);
    await conversation.writeReply('Saved before');

    await context.setOffline(true);
    await conversation.reply.fill('Written in a tunnel');
    await expect(page.getByText('Saved on this device')).toBeVisible();
    await conversation.send.click();
    await expect(page.getByText('Not sent, no connection. Your text is kept here.')).toBeVisible();
    await context.setOffline(false);

    await page.route('**/messages', async (route) => {
      await route.fetch(); // the server receives the message
      await route.abort();
    });
    await page.getByRole('alert').filter({ hasText: 'Not sent' }).getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => messagesOf(request, id)).toEqual(['Written in a tunnel']);
    await expect(page.getByText('Not sent, no connection.')).toBeVisible();
    await page.unroute('**/messages');
    await page.reload();
    await expect(conversation.reply).toHaveValue('Written in a tunnel');
    await conversation.send.click();

    await expect(conversation.reply).toHaveValue('');
    await expect(page.getByText('Not sent')).toBeHidden();
    expect(await messagesOf(request, id)).toEqual(['Written in a tunnel']);
  });
});

test('replies and adds a note with the keyboard only', async ({ page, request, tickets, word }) => {
  const { id } = await tickets.file({ title: `Keys ${word}` });
  const { keyboard } = page;
  const conversation = new Conversation(page);
  await conversation.open(id);

  await keyboard.press('r');
  await expect(conversation.reply).toBeFocused();
  await keyboard.type('To Nora');
  await keyboard.press('Escape');
  await expect(conversation.reply).not.toBeFocused();
  await keyboard.press('n');
  await keyboard.type('To the team'); // immediately: no letter may end up in the reply
  await expect(conversation.note).toHaveValue('To the team');
  await keyboard.press('Shift+Tab');
  await expect(conversation.noteTab).toBeFocused();
  await keyboard.press('ArrowLeft');
  await expect(conversation.replyTab).toBeFocused();
  await keyboard.press('Tab');
  await expect(conversation.reply).toBeFocused();
  await expect(conversation.reply).toHaveValue('To Nora');
  await keyboard.press('Control+Enter');
  await expect(conversation.entries.filter({ hasText: 'To Nora' })).toBeVisible();
  await expect(conversation.reply).not.toBeFocused(); // so that the shortcuts for tickets work again

  await keyboard.press('n');
  await expect(conversation.note).toHaveValue('To the team');
  await keyboard.press('Control+Enter');
  await expect(conversation.entries.last()).toContainText('To the team');
  expect(await messagesOf(request, id)).toEqual(['To Nora', 'To the team']);

  await expect(conversation.note).not.toBeFocused();
  await keyboard.press('Escape');
  await expect(page).toHaveURL('/tickets');
});

test('loads earlier entries above the visible ones, which do not move', async ({ page, request, tickets, word }) => {
  const { id } = await tickets.file({ title: `Long ${word}`, description: `Where it began ${word}` });
  for (let nth = 1; nth <= 40; nth++) {
    const data = { visibility: 'internal', body: `Message ${nth} of ${word}` };
    expect((await request.post(`/api/tickets/${id}/messages`, { data })).status()).toBe(201);
  }
  const conversation = new Conversation(page);
  await conversation.open(id);
  await expect(page.getByText(`Message 40 of ${word}`)).toBeInViewport();
  await expect(page.getByText(`Message 5 of ${word}`)).toBeHidden();

  const oldest = page.getByText(`Message 12 of ${word}`);
  await page.getByRole('button', { name: 'Show earlier' }).scrollIntoViewIfNeeded();
  const before = await oldest.boundingBox();
  await page.getByRole('button', { name: 'Show earlier' }).click();
  await expect(page.getByText(`Message 1 of ${word}`, { exact: true })).toBeAttached();

  await expect(oldest).toBeInViewport();
  expect((await oldest.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, -1);
});

test('says that a message has arrived below, and shows it', async ({ context, page, request, tickets, word }) => {
  const { id } = await tickets.file({ title: `Below ${word}`, description: 'line\n'.repeat(60) });
  await request.post(`/api/tickets/${id}/messages`, { data: { visibility: 'public', body: `First ${word}` } });
  const conversation = new Conversation(page);
  await conversation.open(id);
  await expect(page.getByText(`First ${word}`)).toBeInViewport();
  await page.mouse.move(900, 300);
  await page.mouse.wheel(0, -3000);
  await expect(page.getByText(`First ${word}`)).not.toBeInViewport();

  const other = new Conversation(await context.newPage());
  await other.open(id);
  await other.reply.fill(`Second ${word}`);
  await other.send.click();
  await expect(other.reply).toHaveValue('');

  await page.getByRole('button', { name: 'New below' }).click();
  await expect(page.getByText(`Second ${word}`)).toBeInViewport();
  await expect(page.getByRole('button', { name: 'New below' })).toBeHidden();
});

test('opens at the first message that is new to the reader, then at the end', async ({
  page,
  request,
  tickets,
  word,
}) => {
  const { id } = await tickets.file({ title: `Unread ${word}` });
  const add = async (body: string) =>
    expect((await request.post(`/api/tickets/${id}/messages`, { data: { visibility: 'public', body } })).status()).toBe(
      201,
    );
  await add(`Known ${word}`);
  const conversation = new Conversation(page);
  await conversation.open(id);
  await expect(page.getByText(`Known ${word}`)).toBeInViewport();
  await page.goto('/tickets');

  await add(`New ${word}${'\nline'.repeat(60)}`);
  await add(`Newest ${word}`);
  await conversation.open(id);
  await expect(page.getByText(`New ${word}`)).toBeInViewport();
  await expect(page.getByText(`Newest ${word}`)).not.toBeInViewport();

  await page.mouse.move(900, 300);
  await page.mouse.wheel(0, 30_000);
  await expect(page.getByText(`Newest ${word}`)).toBeInViewport();
  await page.goto('/tickets');
  await conversation.open(id);
  await expect(page.getByText(`Newest ${word}`)).toBeInViewport();
});

test('stays at the end when the line under the title grows', async ({ page, request, word }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  const file = async (title: string) => {
    const requester = { email: `${word}@kontor.example`, name: 'Maximiliane von Hohenstein-Auerbach' };
    const data = { title, description: 'line\n'.repeat(60), category: 'general', priority: 'low', requester };
    return ((await (await request.post('/api/tickets', { data })).json()) as { id: number }).id;
  };
  await file(`Other ${word}`);
  const id = await file(`Grows ${word}`);
  await request.post(`/api/tickets/${id}/messages`, { data: { visibility: 'internal', body: `Last ${word}` } });
  let release = (): void => undefined;
  const isAtEnd = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/api\/tickets\?.*requester/, async (route) => {
    await isAtEnd;
    await route.continue();
  });
  const conversation = new Conversation(page);
  const belowScreen = () =>
    conversation.entries.last().evaluate((entry) => {
      let part: Element | null = entry;
      while (part && getComputedStyle(part).overflowY !== 'auto') part = part.parentElement;
      return part && part.scrollHeight - part.clientHeight - part.scrollTop;
    });
  await conversation.open(id);
  await expect(page.getByText(`Last ${word}`)).toBeInViewport();
  await expect.poll(belowScreen).toBeLessThan(2);

  release();

  await expect(page.getByRole('link', { name: '1 other ticket' })).toBeAttached();
  await expect.poll(belowScreen).toBeLessThan(2);
});

test('has no violation, in both themes, wide and on a phone', async ({ page, request, tickets, word }) => {
  const { id } = await tickets.file({
    title: `Axe ${word}`,
    description: '2026-11-03 09:14 ERROR a\n2026-11-03 09:14 b',
  });
  const messages = [
    { visibility: 'public', body: `See https://a.example/${'long'.repeat(60)}`, status: 'in_progress' },
    { visibility: 'internal', body: `${'W'.repeat(300)} مرحبا 👩‍👩‍👧‍👦` },
  ];
  for (const data of messages) await request.post(`/api/tickets/${id}/messages`, { data });
  const conversation = new Conversation(page);
  await conversation.open(id);
  await conversation.writeReply('A reply');

  await expectAccessible(page);
});

test('has no violation in a note and with a message that was not sent', async ({ page, tickets, word }) => {
  const { id } = await tickets.file({ title: `Axe ${word}` });
  const conversation = new Conversation(page);
  await conversation.open(id);
  await conversation.noteTab.click();
  await conversation.note.fill('A note');
  await page.route('**/messages', (route) => route.fulfill({ status: 503, body: '{}' }));
  await conversation.addNote.click();
  await expect(page.getByText('Not sent.')).toBeVisible();

  await expectAccessible(page);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('reads and replies', async ({ page, tickets, word }) => {
    const { id } = await tickets.file({ title: `Phone ${word}` });
    const conversation = new Conversation(page);
    await conversation.open(id);
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();

    await conversation.reply.tap();
    await conversation.reply.fill('From the train');
    await conversation.send.tap();

    await expect(conversation.entries.filter({ hasText: 'From the train' })).toBeInViewport();
    await page.getByRole('button', { name: 'Back to the list' }).tap();
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    await expect(new TicketsPage(page).row(word)).toContainText('Resolved');
  });
});
