import { type Locator, type Page, expect } from '@playwright/test';

/** The list of tickets, found by what a person reads or a screen reader says. */
export class TicketsPage {
  readonly search: Locator;
  readonly panel: Locator;
  readonly rows: Locator;

  constructor(private readonly page: Page) {
    this.search = page.getByRole('searchbox', { name: 'Search title and description' });
    this.panel = page.getByRole('region', { name: 'Ticket', exact: true });
    // The first row is the header.
    this.rows = page
      .getByRole('table', { name: 'Tickets' })
      .getByRole('row')
      .filter({ has: page.getByRole('cell') });
  }

  async open(address = '/tickets'): Promise<void> {
    await this.page.goto(address);
    await expect(this.page.getByRole('heading', { name: 'Tickets', level: 1 })).toBeVisible();
    await expect(this.search).toBeVisible(); // comes after the tickets
  }

  row(title: string): Locator {
    return this.rows.filter({ hasText: title });
  }

  link(title: string): Locator {
    return this.page.getByRole('link', { name: title });
  }

  /** The titles in the order they stand in. */
  async expectTitles(titles: readonly string[]): Promise<void> {
    await expect(this.rows.getByRole('link')).toHaveText([...titles]);
  }

  /** Ticks one value of a filter and closes its list again. */
  async filterBy(filter: 'Category' | 'Priority' | 'Status', value: string): Promise<void> {
    await this.page.getByRole('search').getByRole('combobox', { name: filter }).click();
    await this.page.getByRole('option', { name: value, exact: true }).click();
    await this.page.keyboard.press('Escape');
    await expect(this.page.getByRole('listbox')).toBeHidden();
  }

  /** Picks another value in the open ticket. */
  async change(label: 'Status' | 'Category' | 'Priority', value: string): Promise<void> {
    await this.panel.getByRole('combobox', { name: label }).click();
    await this.page.getByRole('option', { name: value, exact: true }).click();
  }

  async expectLabel(label: 'Status' | 'Category' | 'Priority', value: string): Promise<void> {
    await expect(this.panel.getByRole('combobox', { name: label })).toContainText(value);
  }
}
