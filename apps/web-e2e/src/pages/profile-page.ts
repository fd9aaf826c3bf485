import { type Locator, type Page, expect } from '@playwright/test';

/** The page of the signed-in person. */
export class ProfilePage {
  readonly sessions: Locator;
  readonly tokens: Locator;
  readonly newToken: Locator;
  readonly dialog: Locator;

  constructor(private readonly page: Page) {
    this.sessions = page.getByRole('region', { name: 'Sessions' });
    this.tokens = page.getByRole('region', { name: 'Tokens' });
    this.newToken = page.getByRole('button', { name: 'New token', exact: true });
    this.dialog = page.getByRole('dialog');
  }

  /** Opens the page from the person's menu. */
  async open(name: string): Promise<void> {
    await this.page.getByRole('button', { name }).click();
    await this.page.getByRole('menuitem', { name: 'Profile' }).click();
    await expect(this.page.getByRole('heading', { name: 'Profile', level: 1 })).toBeVisible();
  }

  /** Creates a token in the dialog, and returns it. */
  async createToken(name: string): Promise<string> {
    await this.newToken.click();
    await this.dialog.getByRole('textbox', { name: 'What it is for' }).fill(name);
    await this.dialog.getByRole('button', { name: 'Create token' }).click();
    const token = await this.dialog.getByRole('textbox', { name: 'Token' }).inputValue();
    await this.dialog.getByRole('button', { name: 'Done' }).click();
    return token;
  }

  async changePassword(current: string, next: string): Promise<void> {
    await this.page.getByLabel('Current password', { exact: true }).fill(current);
    await this.page.getByLabel('New password', { exact: true }).fill(next);
    await this.page.getByRole('button', { name: 'Change password' }).click();
  }
}
