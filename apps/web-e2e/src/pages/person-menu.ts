import type { Page } from '@playwright/test';
import { SignInPage } from './sign-in-page';

/** The menu of the signed-in person. */
export class PersonMenu {
  constructor(private readonly page: Page) {}

  async open(name: string): Promise<void> {
    await this.page.getByRole('button', { name }).click();
  }

  /** Signs out, and waits until the page has reloaded, because it shows the sign-in page even before. */
  async signOut(): Promise<void> {
    const reloaded = this.page.waitForEvent('load');
    await this.page.getByRole('menuitem', { name: 'Sign out' }).click();
    await reloaded;
    await new SignInPage(this.page).expectOpen();
  }
}
