import { AxeBuilder } from '@axe-core/playwright';
import { type Page, expect } from '@playwright/test';

/** Expects that axe finds nothing on the page. An open menu is in an overlay, which is in no landmark. */
export async function expectNoViolation(page: Page, { hasOpenMenu = false } = {}): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).disableRules(hasOpenMenu ? ['region'] : []).analyze();
  expect(violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ html }) => html) }))).toEqual([]);
}

/**
 * Expects that axe finds nothing on the page, and that it needs no horizontal scrolling: in both themes, on a wide and on a narrow
 * screen. Leaves the wide, light page.
 */
export async function expectAccessible(page: Page, options?: { hasOpenMenu: boolean }): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expectNoViolation(page, options);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
}
