import { auditPage, type PageScores } from './audit-page.mts';
import { startBrowser } from './browser.mts';
import { CLIENT_PAGES, type ClientPageName, addressesOf } from './client-pages.mts';
import { type FirstTable, measureFirstTable } from './first-table.mts';
import { type Typing, measureTyping } from './typing.mts';

/** What a browser saw of the client. */
export interface ClientSeen {
  readonly browser: string;
  readonly pages: Readonly<Partial<Record<ClientPageName, PageScores>>>;
  readonly firstTable: FirstTable;
  /** The same over plain HTTP from another machine, where browsers accept no Brotli. */
  readonly firstTableByGzip: FirstTable;
  readonly typing: Typing;
}

/**
 * Measures the built client in Chromium as a mid-range laptop would show it.
 *
 * @param apiUrl of the built API, which serves the built client and has some thousand tickets
 */
export async function measureClient(apiUrl: string): Promise<ClientSeen> {
  const addresses = await addressesOf(apiUrl);
  const { browser, port } = await startBrowser();
  try {
    const firstTable = await measureFirstTable(browser, apiUrl);
    const firstTableByGzip = await measureFirstTable(browser, apiUrl, 'gzip');
    const typing = await measureTyping(browser, apiUrl);
    const pages: Partial<Record<ClientPageName, PageScores>> = {};
    for (const name of CLIENT_PAGES) pages[name] = await auditPage(addresses[name], port);
    return { browser: browser.version(), pages, firstTable, firstTableByGzip, typing };
  } finally {
    await browser.close();
  }
}
