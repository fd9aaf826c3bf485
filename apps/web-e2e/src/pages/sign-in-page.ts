import { type Locator, type Page, expect } from '@playwright/test';

/** The page for people who are not signed in. */
export class SignInPage {
  readonly email: Locator;
  readonly password: Locator;
  readonly send: Locator;

  constructor(private readonly page: Page) {
    this.email = page.getByRole('textbox', { name: 'E-mail' });
    this.password = page.getByLabel('Password', { exact: true });
    this.send = page.getByRole('button', { name: 'Sign in' });
  }

  async expectOpen(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: 'Sign in to Docket', level: 1 })).toBeVisible();
  }

  async signIn({ email, password }: { readonly email: string; readonly password: string }): Promise<void> {
    await this.email.fill(email);
    await this.password.fill(password);
    await this.password.press('Enter');
  }
}
