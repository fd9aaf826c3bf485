import type { EntryType, PerformanceEntry, PerformanceMark } from 'node:perf_hooks';
import type { Browser, Page } from '@playwright/test';
import { type Typing, summariseKeys, withUnreportedKeys } from './key-latencies.mts';
import { openBlankPage, slowProcessor } from './browser.mts';

/** Declarations of the page's globals. */
declare const document: { querySelectorAll(selector: string): { length: number } };
type EventTiming = PerformanceEntry & { readonly interactionId: number };

const ROWS = 200;
/** Search texts. Each of their prefixes has more than 200 matches. */
const WORDS = ['nothing happens', 'confirmation', 'timeout after'];
/** Pauses between keys, in ms. Some are long enough for a response with 200 other rows before the next key. */
const PAUSES_MS = [90, 110, 280, 130, 310, 100, 350];

/** Types texts into the search field and deletes them again, while the list of 200 tickets is updated. */
export async function measureTyping(browser: Browser, apiUrl: string, slowdown: number): Promise<Typing> {
  const list = async (page: Page) => {
    await page.goto(`${apiUrl}/tickets?limit=${ROWS}`);
    await untilAllRows(page);
  };
  const inList = await typeIn(browser, slowdown, list, untilAllRows);
  const inEmptyPage = await typeIn(browser, slowdown, (page) => page.setContent('<input type="search" />'));
  return summariseKeys(inList, inEmptyPage);
}

/** Returns the latency of each key. */
async function typeIn(
  browser: Browser,
  slowdown: number,
  open: (page: Page) => Promise<void>,
  check?: (page: Page) => Promise<unknown>,
): Promise<number[]> {
  const { page, protocol } = await openBlankPage(browser);
  try {
    await open(page);
    await page.evaluate(watchKeys);
    await page.getByRole('combobox', { name: 'Search tickets' }).or(page.getByRole('searchbox')).click();
    await slowProcessor(protocol, slowdown);
    let keys = 0;
    for (const word of WORDS) {
      for (const key of [...word, ...Array.from(word, () => 'Backspace')]) {
        await page.keyboard.press(key === ' ' ? 'Space' : key);
        await page.waitForTimeout(PAUSES_MS[keys++ % PAUSES_MS.length] ?? 0);
      }
      await check?.(page);
    }
    return withUnreportedKeys(await page.evaluate(readKeys), keys);
  } finally {
    await page.context().close();
  }
}

function untilAllRows(page: Page): Promise<unknown> {
  return page.waitForFunction((rows) => document.querySelectorAll('tbody tr').length === rows, ROWS);
}

/** Runs in the page. */
function watchKeys(): void {
  new PerformanceObserver((seen) => {
    for (const { name, duration, interactionId } of seen.getEntries() as EventTiming[]) {
      if (/^key/.test(name)) performance.mark('key', { detail: { duration, interaction: interactionId } });
    }
  }).observe({ type: 'event' as EntryType, durationThreshold: 16 } as object as { type: EntryType });
}

/** Runs in the page. Combines the events of a key, which are one interaction. */
function readKeys(): number[] {
  const longest = new Map<number, number>();
  for (const { detail } of performance.getEntriesByName('key') as PerformanceMark[]) {
    const { interaction, duration } = detail as { interaction: number; duration: number };
    longest.set(interaction, Math.max(duration, longest.get(interaction) ?? 0));
  }
  return [...longest.values()];
}
