import type { Page } from '@playwright/test';
import { TicketsPage } from './pages/tickets-page';
import { coloursOf } from './support/colours';
import { expect, test } from './support/test';

test.describe('in forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' }, colorScheme: 'light' });

  /** The share of an element that is not the background of the page, which is white here. */
  const visibleShare = async (page: Page, selector: string) =>
    1 - ((await coloursOf(page.locator(selector).first())).get('255,255,255') ?? 0);

  test('shows the shapes of the list, and which row and page are open', async ({ page, tickets, word }) => {
    const all = ['open', 'in_progress', 'resolved', 'closed'].map((status) => ({ title: `${status} ${word}`, status }));
    const [first] = await tickets.fileAll(all.map((fields) => ({ ...fields, priority: 'critical' })));
    const list = new TicketsPage(page);
    await list.open(`/tickets?search=${word}`);
    await expect(list.rows).toHaveCount(4);

    for (const status of ['open', 'in_progress', 'resolved', 'closed'])
      expect(await visibleShare(page, `docket-status-badge.${status} svg`)).toBeGreaterThan(0.2);
    expect(await visibleShare(page, 'docket-priority-badge docket-icon')).toBeGreaterThan(0.1);
    expect(await visibleShare(page, '.nav-link.active .pill')).toBeGreaterThan(
      (await visibleShare(page, '.nav-link:not(.active) .pill')) + 0.05,
    );

    await list.open(`/tickets/${first?.id}?search=${word}`);
    await expect(list.panel.getByRole('heading', { name: word })).toBeVisible();
    const openRow = list.row(`open ${word}`).getByRole('cell').first();
    const otherRow = list.row(`closed ${word}`).getByRole('cell').first();
    const colours = new Set((await coloursOf(openRow)).keys());
    for (const colour of (await coloursOf(otherRow)).keys()) colours.delete(colour);
    expect(colours.size).toBeGreaterThan(0);
  });

  test('shows the bars of the dashboard', async ({ page, tickets, word }) => {
    await tickets.file({ title: `Counted ${word}`, priority: 'high' });
    await page.goto('/dashboard');
    await expect(page.getByRole('link', { name: /Total/ })).toBeVisible();

    for (const selector of ['docket-breakdown-card a.high .bar', 'docket-days-chart .bar.today'])
      expect(await visibleShare(page, selector)).toBeGreaterThan(0.5);
  });
});
