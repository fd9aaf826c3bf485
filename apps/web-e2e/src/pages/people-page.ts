import { type Locator, type Page, expect } from '@playwright/test';

/** The page with the people of this Docket. */
export class PeoplePage {
  readonly heading: Locator;
  readonly inviteButton: Locator;
  readonly dialog: Locator;
  readonly link: Locator;

  constructor(private readonly page: Page) {
    this.heading = page.getByRole('heading', { name: 'People', exact: true });
    this.inviteButton = page.getByRole('button', { name: 'Invite a person' });
    this.dialog = page.getByRole('dialog');
    this.link = page.getByRole('textbox', { name: /^Link for/ });
  }

  row(name: string): Locator {
    return this.page.getByRole('row').filter({ hasText: name });
  }

  /** Chooses an item in the menu of a person. */
  async choose(name: string, item: string): Promise<void> {
    await this.page.getByRole('button', { name: `Actions for ${name}` }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  /** Fills in the invitation dialog without sending it. */
  async fillInvitation(name: string, email: string, role: string): Promise<void> {
    const emailField = this.dialog.getByRole('textbox', { name: 'E-mail' });
    await expect(emailField).toBeFocused(); // the dialog sets the focus late, and would take it from another field
    await emailField.fill(email);
    await this.dialog.getByRole('textbox', { name: 'Name' }).fill(name);
    await this.dialog.getByRole('radio', { name: role, exact: true }).check();
  }
}
