import type { Page } from '@playwright/test';
import { expect, test } from './support/test';

/** WCAG 1.4.12: what people who read widely spaced text set for every page. */
const SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }';

for (const width of [1280, 360]) {
  test(`cuts and covers no text that is widely spaced, ${width} px wide`, async ({ page, tickets, word }) => {
    await tickets.file({ title: `Spaced ${word}` });
    await page.setViewportSize({ width, height: 800 });
    const pages = [
      [`/tickets?search=${word}`, `Spaced ${word}`],
      ['/tickets/new', 'Description'],
      ['/import', 'Choose a file'],
      ['/dashboard', 'Average per day'],
    ] as const;
    for (const [path, text] of pages) {
      await page.goto(path);
      await expect(page.getByText(text).filter({ visible: true }).first()).toBeVisible();
      await page.evaluate((rules) => {
        const sheet = new CSSStyleSheet(); // the Content Security Policy refuses a style element
        sheet.replaceSync(rules);
        document.adoptedStyleSheets.push(sheet);
      }, SPACING);

      expect(await cutTexts(page), `cut on ${path}`).toEqual([]);
      expect(await coveredLinks(page), `covered on ${path}`).toEqual([]);
    }
  });
}

/** Texts whose element hides their upper or lower part. */
function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => element.checkVisibility() && element.clientHeight > 1 && element.clientWidth > 1)
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
      .filter((element) => {
        const { overflowY, webkitLineClamp } = getComputedStyle(element);
        return /hidden|clip/.test(overflowY) && webkitLineClamp === 'none';
      })
      .filter((element) => element.scrollHeight > element.clientHeight + 1)
      .map((element) => element.textContent?.trim() ?? ''),
  );
}

/** Names in the main navigation that reach into the next one. */
function coveredLinks(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const names = [...document.querySelectorAll('nav[aria-label="Main"] .nav-link')].flatMap((link) => {
      const text = [...link.childNodes].find((node) => node.nodeType === 3 && node.textContent?.trim());
      if (!text) return [];
      const range = document.createRange();
      range.selectNodeContents(text);
      return [{ name: link.textContent?.trim() ?? '', box: range.getBoundingClientRect() }];
    });
    return names
      .filter(({ box }, index) => {
        const next = names[index + 1]?.box;
        return next && next.top < box.bottom && next.bottom > box.top && next.left + 1 < box.right;
      })
      .map(({ name }) => name);
  });
}
