import { join } from 'node:path';
import { type Locator, type Page, expect } from '@playwright/test';

const EXPORTS = join(__dirname, '../../../api/src/testing/exports');

/** A file to choose: a path, or a name with its content. */
export type ChosenFile = string | { readonly name: string; readonly content: string };

/** The page that imports a file. */
export class ImportPage {
  readonly tickets: Locator;

  constructor(private readonly page: Page) {
    this.tickets = page.getByRole('list', { name: 'First tickets' }).getByRole('listitem');
  }

  async open(): Promise<void> {
    await this.page.goto('/import');
    await expect(this.page.getByRole('heading', { name: 'Import tickets', level: 1 })).toBeVisible();
  }

  /** Chooses a sample export by its name, or a file with this content. */
  async choose(file: ChosenFile): Promise<void> {
    const chosen =
      typeof file === 'string'
        ? join(EXPORTS, file)
        : { name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.content) };
    await this.page.getByLabel('File to import').setInputFiles(chosen);
  }

  async correct(name: string, option: string): Promise<void> {
    await this.page.getByRole('combobox', { name, exact: true }).selectOption(option);
  }

  async import(): Promise<void> {
    await this.page.getByRole('button', { name: /^Import (\d|the file)/ }).click();
  }

  async expectHeading(name: string): Promise<void> {
    await expect(this.page.getByRole('heading', { name })).toBeVisible();
  }
}
