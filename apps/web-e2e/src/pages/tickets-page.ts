import { type Locator, type Page, expect } from '@playwright/test';

/** Names of the editable fields of the open ticket. */
type FieldName = 'Status' | 'Category' | 'Priority' | 'Assignee' | 'Team' | 'Tags';

/** The list of tickets. Locates elements by their text and accessible names. */
export class TicketsPage {
  readonly search: Locator;
  readonly panel: Locator;
  readonly rows: Locator;

  constructor(private readonly page: Page) {
    this.search = page.getByRole('combobox', { name: 'Search tickets' });
    this.panel = page.getByRole('region', { name: 'Ticket', exact: true });
    // Only the header row has no cells.
    this.rows = page
      .getByRole('table', { name: 'Tickets' })
      .getByRole('row')
      .filter({ has: page.getByRole('cell') });
  }

  async open(url = '/tickets'): Promise<void> {
    await this.page.goto(url);
    await expect(this.page.getByRole('heading', { name: 'Tickets', level: 1 })).toBeVisible();
    await expect(this.search).toBeVisible(); // loads after the tickets
  }

  row(title: string): Locator {
    return this.rows.filter({ hasText: title });
  }

  link(title: string): Locator {
    return this.page.getByRole('link', { name: title });
  }

  /** Expects exactly these titles, in this order. */
  async expectTitles(titles: readonly string[]): Promise<void> {
    await expect(this.rows.getByRole('link')).toHaveText([...titles]);
  }

  /** Selects one value of a filter, and closes its menu. */
  async filterBy(filter: 'Category' | 'Priority' | 'Status', value: string): Promise<void> {
    await this.page.getByRole('search').getByRole('combobox', { name: filter }).click();
    await this.page.getByRole('option', { name: value, exact: true }).click();
    await this.page.keyboard.press('Escape');
    await expect(this.page.getByRole('listbox')).toBeHidden();
  }

  /** Changes a property of the open ticket. */
  async change(property: 'Status' | 'Category' | 'Priority', value: string): Promise<void> {
    await this.property(property).click();
    await this.page.getByRole('menuitemradio', { name: value, exact: true }).click();
  }

  async expectProperty(property: FieldName, value: string): Promise<void> {
    await expect(this.property(property)).toContainText(value);
  }

  /** The button of a field of the open ticket. */
  property(name: FieldName): Locator {
    return this.panel.getByRole('button', { name: new RegExp(`^${name}`) });
  }
}
