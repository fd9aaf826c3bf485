import { type Locator, type Page, expect } from '@playwright/test';

/** The conversation of the open ticket. */
export class Conversation {
  readonly entries: Locator;
  readonly reply: Locator;
  readonly note: Locator;
  readonly replyTab: Locator;
  readonly noteTab: Locator;
  readonly send: Locator;
  readonly addNote: Locator;
  readonly otherWays: Locator;

  constructor(readonly page: Page) {
    this.entries = page.getByRole('list', { name: 'Conversation' }).getByRole('listitem');
    this.reply = page.getByRole('textbox', { name: 'Reply' });
    this.note = page.getByRole('textbox', { name: 'Note for your team' });
    this.replyTab = page.getByRole('tab', { name: 'Reply' });
    this.noteTab = page.getByRole('tab', { name: 'Note' });
    this.send = page.getByRole('button', { name: 'Send and resolve' });
    this.addNote = page.getByRole('button', { name: 'Add note' });
    this.otherWays = page.getByRole('button', { name: 'More ways to send' });
  }

  async open(id: number): Promise<void> {
    await this.page.goto(`/tickets/${id}`);
    await expect(this.reply).toBeVisible();
  }

  /** Writes a reply, and waits until the server has its draft. */
  async writeReply(text: string): Promise<void> {
    await this.reply.fill(text);
    await expect(this.page.getByText('Draft saved')).toBeVisible();
  }
}
