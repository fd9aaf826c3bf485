import { type Locator, type Page, expect } from '@playwright/test';

/** The form that files a ticket. */
export class NewTicketPage {
  readonly requesterEmail: Locator;
  readonly requesterName: Locator;
  readonly title: Locator;
  readonly description: Locator;
  readonly category: Locator;
  readonly priority: Locator;

  constructor(private readonly page: Page) {
    this.requesterEmail = page.getByRole('combobox', { name: 'Requester’s e-mail' });
    this.requesterName = page.getByRole('textbox', { name: 'Requester’s name' });
    this.title = page.getByRole('textbox', { name: 'Title' });
    this.description = page.getByRole('textbox', { name: 'Description' });
    this.category = page.getByRole('combobox', { name: 'Category' });
    this.priority = page.getByRole('combobox', { name: 'Priority' });
  }

  async open(): Promise<void> {
    await this.page.goto('/tickets/new');
    await expect(this.page.getByRole('heading', { name: 'New ticket', level: 1 })).toBeVisible();
  }

  async choose(field: Locator, value: string): Promise<void> {
    await field.click();
    await this.page.getByRole('option', { name: value, exact: true }).click();
  }

  async file(): Promise<void> {
    await this.page.getByRole('button', { name: 'File ticket' }).click();
  }
}
