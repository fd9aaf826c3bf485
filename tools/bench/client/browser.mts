import { existsSync } from 'node:fs';
import { type Browser, type CDPSession, type Page, chromium } from '@playwright/test';
import { freePort } from '#testing/free-port';
import { LAPTOP } from './laptop.mts';

/** A browser that Lighthouse can talk to as well, at its port for debugging. */
export interface DebuggedBrowser {
  readonly browser: Browser;
  readonly port: number;
}

/** CHROMIUM_PATH, else the distribution's Chromium, else the one that `npx playwright install chromium` brings. */
const executablePath = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium'].find((path) => path && existsSync(path));

export async function startBrowser(): Promise<DebuggedBrowser> {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath,
    args: [
      `--remote-debugging-port=${port}`,
      // Chromium's sandbox does not start as root, as in a container.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...['--disable-background-networking', '--no-first-run', '--disable-component-update', '--disable-sync'],
    ],
  });
  return { browser, port };
}

/** An empty page with an empty cache, and its line to the browser's own protocol. To be closed with its context. */
export async function openBlankPage(browser: Browser): Promise<{ page: Page; protocol: CDPSession }> {
  const context = await browser.newContext({ viewport: LAPTOP.screen, locale: 'en-GB' });
  const page = await context.newPage();
  return { page, protocol: await context.newCDPSession(page) };
}

/** Makes the page's processor that many times as slow. */
export async function slowProcessor(protocol: CDPSession, slowdown: number): Promise<void> {
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
}

/** Makes the page's network that of the laptop. */
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
