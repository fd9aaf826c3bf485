import type { Browser, Page } from '@playwright/test';
import { Conversation } from './pages/conversation';
import { PersonMenu } from './pages/person-menu';
import { SignInPage } from './pages/sign-in-page';
import { TicketsPage } from './pages/tickets-page';
import { ADMINISTRATOR } from './support/administrator';
import { expectNoViolation } from './support/axe';
import { makePerson, post } from './support/people';
import { expect, test } from './support/test';

test.use({ isClosed: true, provokedErrors: /net::ERR_|NG0750/ });

/** A person working in a separate browser. */
class Desk {
  readonly conversation: Conversation;
  readonly list: TicketsPage;

  constructor(readonly page: Page) {
    this.conversation = new Conversation(page);
    this.list = new TicketsPage(page);
  }

  static async open(browser: Browser, baseURL: string, person: { email: string; password: string }): Promise<Desk> {
    const context = await browser.newContext({ baseURL, locale: 'en-GB', timezoneId: 'Europe/Berlin' });
    const page = await context.newPage();
    await page.goto('/tickets');
    await new SignInPage(page).signIn(person);
    await expect(page.getByText('Live', { exact: true })).toBeVisible();
    return new Desk(page);
  }

  async openTicket(id: number): Promise<void> {
    await this.conversation.open(id);
    await expect(this.page.getByText('Live', { exact: true })).toBeVisible();
  }

  /** The line above the composer about other people. */
  others(text: string) {
    return this.page.locator('docket-ticket-people p').filter({ hasText: text });
  }

  /** Closes the browser. */
  async close(): Promise<void> {
    await this.page.context().close();
  }
}

/** Two people, each on a different API process where the database allows it, with the same ticket open. */
const together = test.extend<{ ticketId: number; priya: Desk; sofia: Desk }>({
  ticketId: async ({ request, stack, word, sofia: _, priya: __ }, use) => {
    const ticket = await post(
      request,
      stack,
      '/api/tickets',
      { title: `Shared ${word}`, description: 'x', category: 'general', priority: 'medium' },
      201,
    );
    await use((ticket as { id: number }).id);
  },
  sofia: async ({ browser, request, stack }, use) => {
    const person = await makePerson(request, stack, 'agent');
    const desk = await Desk.open(browser, await anotherProcess(stack), person);
    await use(desk);
    await desk.close();
  },
  priya: async ({ browser, stack, sofia: _ }, use) => {
    const desk = await Desk.open(browser, stack.url, ADMINISTRATOR);
    await use(desk);
    await desk.close();
  },
});

const processes = new WeakMap<object, Promise<string>>();

/** One additional process for all journeys of a worker. */
function anotherProcess(stack: { startAnother(): Promise<string> }): Promise<string> {
  const started = processes.get(stack) ?? stack.startAnother();
  processes.set(stack, started);
  return started;
}

together('see who reads and who replies', async ({ priya, sofia, ticketId }) => {
  await priya.openTicket(ticketId);
  await sofia.openTicket(ticketId);
  await expect(priya.others('Sofia is reading')).toBeVisible();
  await expect(sofia.others('Priya is reading')).toBeVisible();
  await expect(priya.page.getByRole('img', { name: 'In tickets now: Sofia agent' })).toBeVisible();

  await sofia.conversation.reply.fill('Hello');
  await expect(priya.others('Sofia is replying')).toBeVisible();
  await expectNoViolation(priya.page);
  await sofia.conversation.reply.fill('');
  await expect(priya.others('Sofia is reading')).toBeVisible();

  await sofia.page.getByRole('button', { name: 'Close ticket' }).click();
  await expect(priya.others('Sofia')).toBeHidden();
  await expect(priya.page.getByRole('img', { name: /In tickets now/ })).toBeHidden();
});

together(
  'have each tab of a person present in its own ticket',
  async ({ priya, sofia, ticketId, request, stack, word }) => {
    const file = (title: string) =>
      post(request, stack, '/api/tickets', { title, description: 'x', category: 'general', priority: 'low' }, 201);
    const other = (await file(`Other ${word}`)) as { id: number };
    await sofia.openTicket(ticketId);
    const second = new Desk(await sofia.page.context().newPage());
    await second.openTicket(other.id);

    await priya.openTicket(ticketId);
    await expect(priya.others('Sofia is reading')).toBeVisible();
    await priya.openTicket(other.id);
    await expect(priya.others('Sofia is reading')).toBeVisible();
    await expect(second.others('Priya is reading')).toBeVisible(); // relayed by the tab with the connection

    await second.page.close();
    await expect(priya.others('Sofia')).toBeHidden();
  },
);

together('share replies, notes and changes, and stop at a newer reply', async ({ priya, sofia, ticketId, word }) => {
  await priya.openTicket(ticketId);
  await sofia.openTicket(ticketId);

  await priya.list.change('Priority', 'Critical');
  await sofia.list.expectProperty('Priority', 'Critical');
  await expect(sofia.conversation.entries.last()).toContainText('set priority Medium → Critical');

  await sofia.conversation.noteTab.click();
  await sofia.conversation.note.fill(`A note ${word}`);
  await sofia.conversation.addNote.click();
  await expect(priya.conversation.entries.last()).toContainText(`A note ${word}`);

  await priya.conversation.reply.fill('Written at the same time');
  await sofia.conversation.replyTab.click();
  await sofia.conversation.reply.fill(`A reply ${word}`);
  await sofia.conversation.reply.press('Control+Enter');
  await expect(priya.page.getByText('1 new reply, read it first.')).toBeVisible();
  await expect(priya.conversation.send).toBeDisabled();
  await expectNoViolation(priya.page);
  await priya.page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(priya.conversation.send).toBeEnabled();
  await priya.conversation.send.click();
  await expect(sofia.conversation.entries.filter({ hasText: 'Written at the same time' })).toBeVisible();
});

together('see at once who takes a ticket, and its tags', async ({ priya, sofia, ticketId }) => {
  await priya.openTicket(ticketId);
  await sofia.openTicket(ticketId);
  const { page } = priya;

  await page.keyboard.press('a');
  await expect(page.getByRole('combobox', { name: 'Assignee' })).toBeFocused();
  await page.keyboard.press('Enter');
  await sofia.list.expectProperty('Assignee', ADMINISTRATOR.name);
  await expect(sofia.conversation.entries.last()).toContainText(`${ADMINISTRATOR.name} took the ticket`);

  await page.keyboard.press('t');
  await page.getByRole('combobox', { name: 'Add a tag' }).fill('mfa ');
  await expect(page.getByRole('dialog', { name: 'Tags' }).getByRole('listitem')).toHaveText(['mfa']);
  await page.keyboard.press('Enter');
  await sofia.list.expectProperty('Tags', 'mfa');
  await expect(sofia.conversation.entries.last()).toContainText('added tag mfa');
});

together('hand a ticket to somebody, whose queue announces it', async ({ priya, sofia, ticketId, word }) => {
  const { page } = sofia;
  await page.goto('/tickets?q=assignee:me status:open');
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  const { user } = (await (await page.request.get('/api/session')).json()) as { user: { id: number } };

  const changed = await priya.page.request.patch(`/api/tickets/${ticketId}`, {
    data: { assignee_id: user.id },
    headers: { Origin: new URL(priya.page.url()).origin },
  });
  expect(changed.ok(), await changed.text()).toBe(true);

  const button = page.getByRole('button', { name: '1 new ticket' });
  await expect(button).toBeVisible();
  await expectNoViolation(page);
  await expect(sofia.list.link(`Shared ${word}`)).toBeHidden();
  await button.click();
  await expect(sofia.list.link(`Shared ${word}`)).toBeVisible();
  await expect(button).toBeHidden();
});

together('learn which of two changes at the same time to keep', async ({ priya, sofia, ticketId }) => {
  await priya.openTicket(ticketId);
  await sofia.openTicket(ticketId);
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await sofia.page.route(`**/api/tickets/${ticketId}`, async (route) => {
    if (route.request().method() === 'PATCH') await held;
    await route.continue();
  });

  await sofia.list.change('Status', 'Closed'); // the request is pending
  await priya.list.change('Status', 'Resolved');
  await expect(priya.conversation.entries.last()).toContainText('Open → Resolved');
  letGo();

  const conflict = sofia.page.getByRole('dialog', { name: 'Someone else changed this ticket' });
  await expect(conflict).toContainText('Resolved');
  await conflict.getByRole('button', { name: 'Use mine' }).click();
  await priya.list.expectProperty('Status', 'Closed');
});

together('miss nothing while one of them is offline', async ({ priya, sofia, ticketId, word }) => {
  await priya.openTicket(ticketId);
  await sofia.openTicket(ticketId);
  await expect(priya.others('Sofia is reading')).toBeVisible();

  await sofia.page.context().setOffline(true);
  await expect(sofia.page.getByText('Not live')).toBeVisible();
  await expect(sofia.others('Priya')).toBeHidden();
  await priya.conversation.reply.fill(`While away ${word}`);
  await priya.conversation.reply.press('Control+Enter');
  await expect(priya.others('Sofia')).toBeHidden({ timeout: 40_000 }); // 25 s after the last sign of her presence

  await sofia.page.context().setOffline(false);
  await expect(sofia.page.getByText('Live', { exact: true })).toBeVisible({ timeout: 40_000 });
  await expect(sofia.conversation.entries.filter({ hasText: `While away ${word}` })).toBeVisible();
  await expect(sofia.others('Priya is reading')).toBeVisible();
  await expect(priya.others('Sofia is reading')).toBeVisible();
});

together('see nobody who has signed out, in whatever tab', async ({ priya, sofia, ticketId }) => {
  await priya.openTicket(ticketId);
  await sofia.openTicket(ticketId);
  const second = await sofia.page.context().newPage();
  await second.goto('/tickets');
  await expect(second.getByText('Live', { exact: true })).toBeVisible();
  await expect(priya.others('Sofia is reading')).toBeVisible();

  const menu = new PersonMenu(second);
  await menu.open('Sofia agent');
  await menu.signOut();

  await new SignInPage(sofia.page).expectOpen();
  await expect(priya.others('Sofia')).toBeHidden();
});
