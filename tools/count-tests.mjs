/**
 * Adds up the tests that the runners in a log say they ran, from Jest's and Playwright's closing lines, and prints
 * `N passed, N failed`. The lines may carry the prefix that Nx puts before a task's output. A flaky test counts as failed.
 * Ends with status 1 when a test failed or none ran.
 *
 * usage: node tools/count-tests.mjs LOG
 */
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const PREFIX = /^(?:[a-z][\w-]*(?::[\w-]+)?: )?\s*/;
const JEST = /^Tests:\s+(.*), \d+ total$/;
const PLAYWRIGHT = /^\d+ (?:passed|failed|flaky)(?: \([\d.]+m?s?[hm]?\))?$/;

const count = { passed: 0, failed: 0, flaky: 0 };
for (const line of stripVTControlCharacters(readFileSync(process.argv[2], 'utf8')).split(/\r?\n/)) {
  const text = line.replace(PREFIX, '');
  const summary = JEST.exec(text)?.[1] ?? PLAYWRIGHT.exec(text)?.[0] ?? '';
  for (const [, number, outcome] of summary.matchAll(/(\d+) (passed|failed|flaky)/g)) count[outcome] += Number(number);
}
const failed = count.failed + count.flaky;
console.log(`${count.passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || count.passed === 0 ? 1 : 0;
