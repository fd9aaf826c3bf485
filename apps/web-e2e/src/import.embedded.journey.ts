import { readFile } from 'node:fs/promises';
import { ImportPage } from './pages/import-page';
import { TicketsPage } from './pages/tickets-page';
import { expect, test } from './support/test';

/** Exports of other desks, with the first ticket of each. */
const EXPORTS = [
  { file: 'servicenow.csv', title: 'VPN client disconnects after a few minutes', priority: 'High' },
  { file: 'jira.csv', title: 'Search ignores umlauts', priority: 'High' },
  { file: 'kaggle.csv', title: 'Product setup', priority: 'Critical' },
  { file: 'glpi.csv', title: 'Imprimante bloquée au 2e étage', priority: 'High' },
  { file: 'zendesk.json', title: 'Help with my order', priority: 'Critical' },
  { file: 'spanish.csv', title: 'No puedo iniciar sesión', priority: 'High', dates: 'Day first: 3 April' },
];

for (const { file, title, priority, dates } of EXPORTS) {
  test(`imports ${file} unchanged, and once`, async ({ page }) => {
    const importer = new ImportPage(page);
    await importer.open();
    await importer.choose(file);
    if (dates) await importer.correct('What is 03/04/2026?', dates);

    await expect(page.getByText('Docket understood all 8 rows.')).toBeVisible();
    await expect(importer.tickets.first()).toContainText(title);
    await expect(importer.tickets.first()).toContainText(priority);
    await importer.import();

    await importer.expectHeading('8 tickets imported');
    await page.getByRole('link', { name: 'Open the tickets' }).click();
    const list = new TicketsPage(page);
    await list.search.fill(title);
    await expect(list.row(title)).toContainText(priority);

    await importer.open();
    await importer.choose(file);
    if (dates) await importer.correct('What is 03/04/2026?', dates);
    await importer.import();
    await importer.expectHeading('No new tickets');
    await expect(page.getByText('8 rows were imported before and changed nothing.')).toBeVisible();
  });
}

test('corrects columns and words, and gives the rejected rows as a file that can be imported', async ({
  page,
  word,
}) => {
  const importer = new ImportPage(page);
  await importer.open();
  const content = `Thema neu;Wichtig\nErstes ${word};P-Rot\n;P-Rot\nLetztes ${word};Hoch\n`;
  await importer.choose({ name: 'desk.csv', content });
  await expect(page.getByText('Docket found no column with titles. Choose it below.')).toBeVisible();

  await importer.correct('Column of Title', 'Thema neu');
  await importer.correct('Column of Priority', 'Wichtig');
  await importer.correct('Priority of P-Rot', 'Critical');
  await expect(page.getByText('2 of the 3 rows can be imported.')).toBeVisible();
  await expect(importer.tickets.first()).toContainText('Critical');
  await importer.import();

  await importer.expectHeading('2 tickets imported');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the rejected rows' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('desk-rejected.csv');
  const [header, row] = (await readFile(await download.path(), 'utf8')).split('\r\n');
  expect(header).toBe('\ufeffimport_line,import_errors,Thema neu,Wichtig');
  expect(row).toMatch(/^3,Title .*,,P-Rot$/);
});

test('goes on while other pages are open, and can be stopped', async ({ page, context, word }) => {
  const throttle = await context.newCDPSession(page);
  const limit = (uploadThroughput: number) =>
    throttle.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput,
    });
  const importer = new ImportPage(page);
  await importer.open();
  const content = `Summary,Description\n${`Row ${word},${'x'.repeat(980)}\n`.repeat(2000)}`;
  await importer.choose({ name: 'large.csv', content });
  await expect(importer.tickets.first()).toBeVisible();
  await limit(100_000);
  await importer.import();
  await importer.expectHeading('Importing large.csv');

  const navigation = page.getByRole('navigation', { name: 'Main' });
  await navigation.getByRole('link', { name: 'Tickets', exact: true }).click();
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  await importer.expectHeading('Importing large.csv');
  await page.getByRole('button', { name: 'Stop the import' }).click();

  await importer.expectHeading('Import stopped');
  await expect(page.getByText('Tickets that were stored before stay.')).toBeVisible();
  await limit(-1);
});

test('is reached by the keyboard alone, and keeps the focus in the page', async ({ page, word }) => {
  const importer = new ImportPage(page);
  await importer.open();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).focus();
  await page.keyboard.press('Enter');
  await (
    await chooser
  ).setFiles({ name: 'keys.csv', mimeType: 'text/csv', buffer: Buffer.from(`Title\nBy keys ${word}\n`) });

  await expect(page.getByRole('heading', { name: 'keys.csv' })).toBeFocused();
  await page.getByRole('button', { name: 'Import 1 ticket' }).focus();
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: '1 ticket imported' })).toBeFocused();
});

test('says what is wrong with files that are no export', async ({ page }) => {
  const importer = new ImportPage(page);
  await importer.open();

  await importer.choose({ name: 'empty.csv', content: '' });
  await expect(page.getByRole('alert')).toContainText('empty.csv is empty.');
  await importer.choose({ name: 'photo.png', content: '%PDF-1.7' });
  await expect(page.getByRole('alert')).toContainText('photo.png is not a table of tickets.');
});
