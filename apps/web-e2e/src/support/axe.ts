import { AxeBuilder } from '@axe-core/playwright';
import { type Page, expect } from '@playwright/test';

/**
 * Expects no axe violations on the page. An open menu is in an overlay, which is outside of landmarks. Runs only on the embedded database:
 * the page is the same on both forms, and axe takes a third of the journeys' time.
 */
export async function expectNoViolation(page: Page, { hasOpenMenu = false } = {}): Promise<void> {
  if (process.env['TEST_DATABASE_URL']) return;
  await page.evaluate(finishAnimations);
  const rules = {
    // WCAG 2.2, 2.5.8: targets have 24 px, or enough space around them. Disabled in axe by default.
    'target-size': { enabled: true },
    ...(hasOpenMenu && { region: { enabled: false } }),
  };
  // Rows that are gray while the next ones load, for example, have too little contrast for a moment.
  await expect(async () => {
    const { violations } = await new AxeBuilder({ page })
      .options({ rules })
      .exclude('docket-root[aria-hidden=true]') // behind a dialog, which dims it
      .analyze();
    expect(violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ html }) => html) }))).toEqual([]);
  }).toPass({ timeout: 15_000 }); // one analysis takes seconds on a busy machine
}

/**
 * Waits for the end of transitions, because half-visible text has too little contrast. Transitions of recent changes, such as the theme,
 * start with the next frame.
 */
async function finishAnimations(): Promise<void> {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  const animations = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(animations.map(({ finished }) => finished));
}

/**
 * Expects no axe violations and no horizontal scrolling, in both themes, on a wide and on a narrow screen. Leaves the page wide and light.
 */
export async function expectAccessible(page: Page, options?: { hasOpenMenu: boolean }): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expectNoViolation(page, options);
    }
    // Some elements follow the new width only after the next frame.
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
}
