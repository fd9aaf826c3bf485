import type { PerformanceResourceTiming } from 'node:perf_hooks';
import type { Browser } from '@playwright/test';
import { openBlankPage } from './browser.mts';

/**
 * Opens a ticket by its address with an empty cache, until one can reply.
 * @returns the compressed size of the scripts that the list does not need, in bytes
 */
export async function measureConversationScript(browser: Browser, apiUrl: string, ticketUrl: string): Promise<number> {
  const list = await scriptsOf(browser, `${apiUrl}/tickets`, 'mat-select'); // its filters come after the first row
  const ticket = await scriptsOf(browser, ticketUrl, 'docket-composer textarea');
  let bytes = 0;
  for (const [name, size] of ticket) if (!list.has(name)) bytes += size;
  return bytes;
}

/** The compressed sizes of the scripts that are loaded when an element appears, by their addresses. */
async function scriptsOf(browser: Browser, url: string, selector: string): Promise<ReadonlyMap<string, number>> {
  const { page } = await openBlankPage(browser);
  try {
    await page.goto(url);
    await page.locator(selector).first().waitFor();
    return new Map(await page.evaluate(readScripts));
  } finally {
    await page.context().close();
  }
}

/** Runs in the page. */
function readScripts(): [string, number][] {
  return (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
    .filter(({ name }) => name.endsWith('.js'))
    .map(({ name, encodedBodySize }) => [name, encodedBodySize]);
}
