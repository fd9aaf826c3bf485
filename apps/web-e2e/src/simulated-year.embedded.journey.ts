import type { Locator } from '@playwright/test';
import { expect, test } from './support/test';

test.use({ hasSimulatedYear: true });

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const dayFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const wordsOf = (day: string) => dayFormat.format(new Date(day));
const weeksAfter = (day: string, weeks: number) => new Date(Date.parse(day) + weeks * WEEK_MS).toISOString();

/** Share in percent and PSI in a row of the weeks. */
async function figuresOf(row: Locator): Promise<{ share: number; psi: number }> {
  const [share = '', , , psi = ''] = await row.getByRole('cell').allTextContents();
  return { share: Number.parseFloat(share), psi: Number.parseFloat(psi) };
}

test('shows what a simulated year contains: weeks, other tickets, another prompt, another model', async ({
  page,
  stack,
}) => {
  const said = /worse from (\S+), .*another prompt on (\S+); another model on (\S+),/.exec(stack.simulatedYear);
  const [, drift = '', prompt = '', model = ''] = said ?? [];
  await page.goto('/quality?days=365');
  const weeks = page.locator('docket-weeks-card');

  await expect(page.getByText('7 not recorded')).toBeVisible();
  const changes = weeks.getByRole('list', { name: 'Changes' }).locator('li');
  await expect(changes).toHaveText([
    `${wordsOf(prompt)} prompt 1 → 2`,
    `${wordsOf(model)} model simulated-model-1 → simulated-model-2`,
  ]);
  for (const text of ['prompt 1 → 2', 'model simulated-model-1 → simulated-model-2']) {
    await expect(weeks.getByTitle(text)).toBeVisible();
  }
  await expect(weeks).toContainText(
    /The mix of categories differs from the weeks before it in the week of .*PSI 0\.\d\d/,
  );

  await page.getByRole('button', { name: /^Table.*Blind accuracy by week/ }).click();
  const table = weeks.getByRole('table', { name: 'Blind accuracy by week' });
  const weekOf = (number: number) =>
    figuresOf(table.getByRole('row', { name: new RegExp(`^${wordsOf(weeksAfter(drift, number))} `) }));
  const before = await Promise.all([-3, -2, -1].map(weekOf));
  const after = await Promise.all([0, 1, 2].map(weekOf));
  expect(Math.max(...before.map(({ psi }) => psi))).toBeLessThan(0.1);
  expect(Math.min(...after.map(({ psi }) => psi))).toBeGreaterThan(0.2);
  expect(Math.max(...after.map(({ share }) => share))).toBeLessThan(Math.min(...before.map(({ share }) => share)));
  // All weeks except the first, which the range may cut, and the current one, which has no suggestions.
  expect(await table.locator('tbody').getByRole('row', { name: /%/ }).count()).toBeGreaterThanOrEqual(51);
});
