import { AxeBuilder } from '@axe-core/playwright';
import { type Page, expect } from '@playwright/test';

/** Expects that axe finds nothing on the page. An open menu is in an overlay, which is in no landmark. */
export async function expectNoViolation(page: Page, { hasOpenMenu = false } = {}): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).disableRules(hasOpenMenu ? ['region'] : []).analyze();
  expect(violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ html }) => html) }))).toEqual([]);
}
