import { NewTicketPage } from './pages/new-ticket-page';
import { TicketsPage } from './pages/tickets-page';
import { expectNoViolation } from './support/axe';
import { expect, test } from './support/test';

for (const { colorScheme, width } of [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 360 },
] as const) {
  test.describe(`${colorScheme}, ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 800 } });

    test('shows similar tickets while a ticket is written, and of an open ticket', async ({ page, tickets, word }) => {
      const filed = await tickets.file({
        title: `The ferry terminal ${word} rejects boarding cards`,
        description: `Turnstiles of terminal ${word} reject each boarding card with a beep, since the timetable changed.`,
      });
      const form = new NewTicketPage(page);
      await form.open();
      await form.title.fill(`Boarding cards rejected ${word}`);
      await form.description.fill(
        `Since the new timetable, the turnstiles of the ferry terminal ${word} beep and reject boarding cards.`,
      );

      const similar = page.getByRole('region', { name: 'Similar tickets' });
      await expect(similar).toContainText(`The ferry terminal ${word}`);
      await expectNoViolation(page);
      const opened = page.waitForEvent('popup');
      await similar.getByRole('link', { name: `Open #${filed.id} in a new tab` }).click();
      const other = await opened;
      await expect(other.getByRole('heading', { name: `The ferry terminal ${word}` })).toBeVisible();
      await other.close();

      await similar.getByRole('button', { name: 'Close similar tickets' }).click();
      await expect(similar).toBeHidden();
      await expect(form.description).toBeFocused();
      await form.choose(form.category, 'Technical');
      await form.choose(form.priority, 'High');
      await form.file();

      const list = new TicketsPage(page);
      await list.row(`Boarding cards rejected ${word}`).click();
      await list.panel.getByRole('button', { name: 'Similar tickets' }).click();
      const link = list.panel.getByRole('link', { name: `Open #${filed.id}` });
      await expect(link).toBeVisible();
      await expectNoViolation(page);
      await link.click();
      await expect(list.panel.getByRole('heading', { name: `The ferry terminal ${word}` })).toBeVisible();

      await expect(list.panel.getByRole('button', { name: /^Back to #/ })).toBeVisible();
      await expectNoViolation(page);
      await page.keyboard.press('Escape');
      await expect(list.panel.getByRole('heading', { name: `Boarding cards rejected ${word}` })).toBeVisible();
      await expect(link).toBeFocused(); // the list of similar tickets is open again
      await expect(link).toBeInViewport();
    });
  });
}
