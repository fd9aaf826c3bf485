import type { EntryType, PerformanceMark } from 'node:perf_hooks';
import type { Browser, Page } from '@playwright/test';
import { openBlankPage, slowProcessor } from './browser.mts';

export interface Typing {
  readonly keys: number;
  /** From a key to the next frame that is painted, in ms. Browsers tell it in steps of 8. */
  readonly longestKey: number;
}

/** What is there in the page. */
declare const document: { querySelectorAll(selector: string): { length: number } };

const ROWS = 200;
/** Each has more than 200 matches, with its first letter as with its last. */
const WORDS = ['nothing happens', 'confirmation', 'timeout after'];
/** Between keys, in ms: quick, and slow enough for an answer with 200 other rows to come in between, or just then. */
const PAUSES = [90, 110, 280, 130, 310, 100, 350];

/** Types into the search field on the laptop, and deletes again, with a page of 200 tickets below it that follows. */
export async function measureTyping(browser: Browser, apiUrl: string, slowdown: number): Promise<Typing> {
  const { page, protocol } = await openBlankPage(browser);
  try {
    await page.addInitScript(watchKeys);
    await page.goto(`${apiUrl}/tickets?limit=${ROWS}`);
    await untilAllRows(page);
    await page.getByRole('searchbox').click();
    await slowProcessor(protocol, slowdown);
    let keys = 0;
    for (const word of WORDS) {
      for (const key of [...word, ...Array.from(word, () => 'Backspace')]) {
        await page.keyboard.press(key === ' ' ? 'Space' : key);
        await page.waitForTimeout(PAUSES[keys++ % PAUSES.length] ?? 0);
      }
      await untilAllRows(page);
    }
    return { keys, longestKey: await page.evaluate(readLongestKey) };
  } finally {
    await page.context().close();
  }
}

async function untilAllRows(page: Page): Promise<void> {
  await page.waitForFunction((rows) => document.querySelectorAll('tbody tr').length === rows, ROWS);
}

/** Runs in the page, before its own scripts. */
function watchKeys(): void {
  new PerformanceObserver((seen) => {
    for (const { name, duration } of seen.getEntries()) {
      if (/^key|input$/.test(name)) performance.mark('key', { detail: duration });
    }
  }).observe({ type: 'event' as EntryType, durationThreshold: 16 } as object as { type: EntryType });
}

/** Runs in the page. What takes less than 16 ms is not told. */
function readLongestKey(): number {
  const marks = performance.getEntriesByName('key') as PerformanceMark[];
  return Math.max(16, ...marks.map(({ detail }) => detail as number));
}
