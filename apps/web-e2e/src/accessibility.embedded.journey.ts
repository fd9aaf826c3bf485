import { ImportPage } from './pages/import-page';
import { NewTicketPage } from './pages/new-ticket-page';
import { TicketsPage } from './pages/tickets-page';
import { expectNoViolation } from './support/axe';
import { expect, test } from './support/test';

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 360]) {
    test.describe(`axe, ${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 }, contextOptions: { reducedMotion: 'reduce' } });

      test('finds no violation on the list, a ticket, and an unknown page', async ({ page, tickets, word }) => {
        const all = [
          { title: `A ${word}`, category: 'billing', priority: 'low', status: 'open' },
          { title: `B ${word}`, category: 'technical', priority: 'medium', status: 'in_progress' },
          { title: `C ${word}`, category: 'account', priority: 'high', status: 'resolved' },
          { title: `D ${word}`, category: 'general', priority: 'critical', status: 'closed' },
        ];
        const filed = await tickets.fileAll(all);
        const list = new TicketsPage(page);
        await list.open(`/tickets?search=${word}&status=open,in_progress,resolved,closed&priority=low,high,critical`);
        await expect(list.row(`D ${word}`)).toBeVisible();
        await expectNoViolation(page);

        await page.getByRole('search').getByRole('combobox', { name: 'Priority' }).click();
        await expect(page.getByRole('listbox')).toBeVisible();
        await expectNoViolation(page);

        await page.goto(`/tickets/${filed[1]?.id}`);
        await expect(list.panel.getByRole('heading', { name: `B ${word}` })).toBeVisible();
        await expectNoViolation(page);

        await list.open(`/tickets?search=nothing-matches-${word}`);
        await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible();
        await expectNoViolation(page);

        await page.goto(`/no-such-page`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expectNoViolation(page);
      });

      test('finds no violation on the form, with errors and with suggestions', async ({ page, word }) => {
        const form = new NewTicketPage(page);
        await form.open();
        await expectNoViolation(page);

        await form.file();
        await expect(page.getByText('Describe what happened.')).toBeVisible();
        await expectNoViolation(page);

        await form.title.fill(`Charged twice ${word}`);
        await form.description.fill('I was charged twice for one invoice and want a refund.');
        await expect(form.priority).toContainText('Suggested');
        await expectNoViolation(page);
      });

      test('finds no violation on the import, from the file to its result', async ({ page, word }) => {
        const importer = new ImportPage(page);
        await importer.open();
        await importer.choose({ name: 'empty.csv', content: '' });
        await expect(page.getByRole('alert')).toBeVisible();
        await expectNoViolation(page);

        const content = `Subject;Prio;Created\nA ${word};P9;2025-11-03 08:12\n;High;2025-11-03 08:12\nC ${word};High;\n`;
        await importer.choose({ name: 'desk.csv', content });
        await expect(page.getByText('not known', { exact: true })).toBeVisible();
        await expectNoViolation(page);

        await importer.import();
        await importer.expectHeading('2 tickets imported');
        await expectNoViolation(page);
      });

      test('finds no violation on the dashboard, its tables, and the list of shortcuts', async ({
        page,
        tickets,
        word,
      }) => {
        await tickets.file({ title: `Counted ${word}` });
        await page.goto('/dashboard');
        await expect(page.getByRole('link', { name: /Total/ })).toBeVisible();
        await expectNoViolation(page);

        for (const button of await page.getByRole('button', { name: /^Table ?: / }).all()) await button.click();
        await expect(page.getByRole('table')).toHaveCount(4);
        await expectNoViolation(page);

        await page.keyboard.press('?');
        await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
        await expectNoViolation(page);
      });
    });
  }
}
