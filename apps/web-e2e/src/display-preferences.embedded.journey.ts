import type { Page } from '@playwright/test';
import { TicketsPage } from './pages/tickets-page';
import { expectNoViolation } from './support/axe';
import { coloursOf } from './support/colours';
import { expect, test } from './support/test';

test.describe('in forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' }, colorScheme: 'light' });

  /** Share of an element's pixels that differ from the white background. */
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

test('gives the list the width that a person chooses, next to an open ticket', async ({ page, tickets, word }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const { id } = await tickets.file({ title: `Wide ${word}` });
  const list = new TicketsPage(page);
  await list.open(`/tickets/${id}?search=${word}`);
  const left = async () => (await list.panel.boundingBox())?.x ?? 0;
  const handle = page.getByRole('separator', { name: 'Width of the list' });
  await expect(handle).toBeVisible();
  const initial = await left();

  await page.mouse.move(initial + 2, 500);
  await page.mouse.down();
  await page.mouse.move(initial + 82, 520, { steps: 4 });
  await page.mouse.up();
  await expect.poll(left).toBe(initial + 80);

  await handle.focus();
  await page.keyboard.press('End');
  await expect(handle).toHaveAttribute('aria-valuenow', '40');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(left).toBe(initial + 8 * 16);
  await expectNoViolation(page);

  await page.reload();
  await expect(list.panel.getByRole('heading', { name: word })).toBeVisible();
  expect(await left()).toBe(initial + 8 * 16);
  await handle.dblclick();
  await expect.poll(left).toBe(initial);

  await page.setViewportSize({ width: 1920, height: 900 });
  await expect(handle).toBeHidden();
});
