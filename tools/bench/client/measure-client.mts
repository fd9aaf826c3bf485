import { auditPage, type PageScores, readBenchmarkIndex } from './audit-page.mts';
import { startBrowser } from './browser.mts';
import { CLIENT_PAGES, type ClientPageName, clientPageUrls } from './client-pages.mts';
import { measureConversationScript } from './conversation-script.mts';
import { slowdownFrom } from './laptop.mts';
import { type FirstTable, measureFirstTable } from './first-table.mts';
import type { Typing } from './key-latencies.mts';
import { measureTyping } from './typing.mts';

/** Measurements of the client. */
export interface ClientMeasurements {
  readonly browser: string;
  /** Factor by which the processor was slowed down. */
  readonly slowdown: number;
  readonly pages: Readonly<Partial<Record<ClientPageName, PageScores>>>;
  readonly firstTable: FirstTable;
  /** With gzip, as over plain HTTP from another machine, for which browsers do not accept Brotli. */
  readonly firstTableByGzip: FirstTable;
  /** Compressed size of the scripts that an open ticket needs and the list does not, in bytes. */
  readonly conversationBytes: number;
  readonly typing: Typing;
}

/**
 * Measures the built client in Chromium, slowed down to a mid-range laptop.
 * @param apiUrl URL of the built API, which serves the built client and has some thousand tickets
 */
export async function measureClient(apiUrl: string): Promise<ClientMeasurements> {
  const urls = await clientPageUrls(apiUrl);
  const { browser, port } = await startBrowser();
  try {
    const slowdown = slowdownFrom(await readBenchmarkIndex(urls.list, port));
    const firstTable = await measureFirstTable(browser, apiUrl, slowdown);
    const firstTableByGzip = await measureFirstTable(browser, apiUrl, slowdown, 'gzip');
    const conversationBytes = await measureConversationScript(browser, apiUrl, urls.ticket);
    const typing = await measureTyping(browser, apiUrl, slowdown);
    const pages: Partial<Record<ClientPageName, PageScores>> = {};
    for (const name of CLIENT_PAGES) pages[name] = await auditPage(urls[name], port, slowdown);
    return { browser: browser.version(), slowdown, pages, firstTable, firstTableByGzip, conversationBytes, typing };
  } finally {
    await browser.close();
  }
}
