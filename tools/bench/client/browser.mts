import { existsSync } from 'node:fs';
import { type Browser, type CDPSession, type Page, chromium } from '@playwright/test';
import { freePort } from '#testing/free-port';
import { LAPTOP } from './laptop.mts';

/** A browser with a debugging port for Lighthouse. */
export interface DebuggedBrowser {
  readonly browser: Browser;
  readonly port: number;
}

/** CHROMIUM_PATH, or the distribution's Chromium, or the one that `npx playwright install chromium` installs. */
const executablePath = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium'].find((path) => path && existsSync(path));

export async function startBrowser(): Promise<DebuggedBrowser> {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath,
    args: [
      `--remote-debugging-port=${port}`,
      // Chromium's sandbox does not start as root, for example in a container.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...['--disable-background-networking', '--no-first-run', '--disable-component-update', '--disable-sync'],
    ],
  });
  return { browser, port };
}

/** Opens an empty page with an empty cache and a DevTools session. The caller closes its context. */
export async function openBlankPage(browser: Browser): Promise<{ page: Page; protocol: CDPSession }> {
  const context = await browser.newContext({ viewport: LAPTOP.screen, locale: 'en-GB' });
  const page = await context.newPage();
  return { page, protocol: await context.newCDPSession(page) };
}

/** Slows down the processor of the page by a factor. */
export async function slowProcessor(protocol: CDPSession, slowdown: number): Promise<void> {
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
}

/** Limits the network of the page to the laptop's. */
export async function slowNetwork(protocol: CDPSession): Promise<void> {
  const bytesPerSecond = (LAPTOP.kilobitsPerSecond * 1024) / 8;
  await protocol.send('Network.enable');
  await protocol.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LAPTOP.roundTrip,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
}
