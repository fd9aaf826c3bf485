import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import type { StackOptions } from './src/support/stack';

const ROOT = join(__dirname, '../..');

/** CHROMIUM_PATH, or the distribution's Chromium, or the one from `npx playwright install chromium`. */
const chromium = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium'].find((path) => path && existsSync(path));

/**
 * Suffix of journeys to skip, as in api-e2e: some journeys run on only one form of the database. Those about the page alone run on the
 * embedded one, because integration tests compare the API on both forms, and CI's time is limited.
 */
const otherForm = process.env['TEST_DATABASE_URL'] ? 'embedded' : 'server';

export default defineConfig<object, StackOptions>({
  testDir: 'src',
  testMatch: '**/*.journey.ts',
  testIgnore: `**/*.${otherForm}.journey.ts`,
  globalSetup: require.resolve('./src/support/migrate-once'),
  outputDir: join(ROOT, 'dist/test-results/web-e2e'),
  // Each worker starts a separate stack. Two use two cores.
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  // CI's machine may be slow for a moment. The summary names journeys that needed another run: see tools/count-tests.mjs.
  retries: process.env['CI'] ? 2 : 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1280, height: 800 },
    // Traces would take a fifth of the run. To investigate a failure: playwright test --trace on
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromium,
      args: [
        // Chromium's sandbox does not start as root, for example in a container.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ...['--disable-quic', '--disable-background-networking', '--no-first-run', '--disable-component-update'],
        '--disable-sync',
      ],
    },
  },
});
