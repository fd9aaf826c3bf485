import type { PerformanceResourceTiming } from 'node:perf_hooks';
import type { Browser } from '@playwright/test';
import { median } from '../statistics.mts';
import { openBlankPage, slowNetwork, slowProcessor } from './browser.mts';

export interface FirstTable {
  /** Time from the start of the navigation to the frame that shows the first row, in ms. */
  readonly milliseconds: number;
  /** Compressed size of the scripts loaded before that frame, in bytes. */
  readonly scriptBytes: number;
}

/** Declarations of the page's globals. */
declare const document: { querySelector(selector: string): unknown };
declare const requestAnimationFrame: (act: () => void) => void;
declare const MutationObserver: new (act: (changes: unknown, observer: { disconnect(): void }) => void) => {
  observe(node: unknown, options: object): void;
};

const RUNS = 5;

/**
 * Opens the list several times with an empty cache, under the laptop's conditions.
 * @param slowdown factor by which the processor is slowed down
 * @param encoding the only accepted encoding; by default those that Chromium accepts over HTTPS and on localhost
 */
export async function measureFirstTable(
  browser: Browser,
  apiUrl: string,
  slowdown: number,
  encoding?: 'gzip',
): Promise<FirstTable> {
  const runs: FirstTable[] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await openOnce(browser, `${apiUrl}/tickets`, slowdown, encoding));
  return {
    milliseconds: median(runs.map(({ milliseconds }) => milliseconds)),
    scriptBytes: median(runs.map(({ scriptBytes }) => scriptBytes)),
  };
}

async function openOnce(browser: Browser, url: string, slowdown: number, encoding?: 'gzip'): Promise<FirstTable> {
  const { page, protocol } = await openBlankPage(browser);
  try {
    await slowProcessor(protocol, slowdown);
    await slowNetwork(protocol);
    if (encoding) await page.setExtraHTTPHeaders({ 'Accept-Encoding': encoding });
    await page.addInitScript(markFirstRow);
    await page.goto(url);
    await page.waitForFunction(() => performance.getEntriesByName('first row').length > 0);
    return await page.evaluate(readFirstTable);
  } finally {
    await page.context().close();
  }
}

/** Runs in the page, before its own scripts. */
function markFirstRow(): void {
  new MutationObserver((_, observer) => {
    if (!document.querySelector('tbody a')) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => performance.mark('first row')));
  }).observe(document, { childList: true, subtree: true });
}

/** Runs in the page. */
function readFirstTable(): FirstTable {
  const milliseconds = performance.getEntriesByName('first row')[0]?.startTime ?? Number.NaN;
  const scripts = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(
    ({ name, responseEnd }) => name.endsWith('.js') && responseEnd <= milliseconds,
  );
  return { milliseconds, scriptBytes: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) };
}
