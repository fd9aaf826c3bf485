/**
 * Reads the summary lines of Jest and Playwright in a log, adds up their tests, and prints `N passed, N failed` after the
 * names of the failed tests and what the first of them say. Accepts the task name that Nx puts before each line. A test that passed on
 * another run is named as flaky; more than MAX_FLAKY of them count as failed. Exits with status 1 if a test failed or no test ran.
 *
 * usage: node tools/count-tests.mjs LOG
 */
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const PREFIX = /^(?:[a-z][\w-]*(?::[\w-]+)?: )?\s*/;
const JEST = /^Tests: +(\S.*), \d+ total$/;
const PLAYWRIGHT = /^\d+ (?:passed|failed|flaky)(?: \([\d.]+m?s?[hm]?\))?$/;
/** A failed test of Jest or Playwright. Jest starts the console output of a test with the same character. */
const FAILED = /^(?:● (?!Console$)|\d+\) (?=\S+:\d+:\d+ ›))([^─]+)/;
/** A test that Jest ran again, by its names separated by spaces. */
const RETRIED = /^LOGGING RETRY ERRORS +(.+)/;
/** Maximum number of names. More tests fail only if a shared dependency is broken. */
const MAX_NAMES = 100;
/** Maximum number of flaky tests. A busy machine can slow down a few of some thousand tests, but not one in a hundred. */
const MAX_FLAKY = 5;
/** Maximum number of failures to repeat at the end, and of lines of each: CI may keep only the end of a log. */
const MAX_EXCERPTS = 5;
const EXCERPT_LINES = 15;

const count = { passed: 0, failed: 0, flaky: 0 };
/** Lines below the name of each failed test. */
const failures = new Map();
/** Names of tests that Jest ran again, and of those that failed. */
const retried = new Set();
const failedNames = new Set();
let excerpt = [];
for (const line of stripVTControlCharacters(readFileSync(process.argv[2], 'utf8')).split(/\r?\n/)) {
  const text = line.replace(PREFIX, '');
  const summary = JEST.exec(text)?.[1] ?? PLAYWRIGHT.exec(text)?.[0] ?? '';
  for (const [, number, outcome] of summary.matchAll(/\b(\d+) (passed|failed|flaky)/g))
    count[outcome] += Number(number);
  const retriedTest = RETRIED.exec(text)?.[1].trim();
  if (retriedTest) retried.add(retriedTest);
  const failedTest = FAILED.exec(text)?.[1].trim();
  if (failedTest) failedNames.add(failedTest.replaceAll(' › ', ' '));
  const name = retriedTest ?? failedTest;
  if (name) {
    excerpt = [];
    if (failures.size < MAX_NAMES && !failures.has(name)) failures.set(name, excerpt);
  } else if (text && excerpt.length < EXCERPT_LINES) {
    excerpt.push(text);
  }
}
// Jest counts a test that passed on another run as passed. A test that failed each time is also among the failed ones.
const flakyInJest = [...retried].filter((name) => !failedNames.has(name)).length;
count.flaky += flakyInJest;
count.passed -= flakyInJest;
const failed = count.failed + (count.flaky > MAX_FLAKY ? count.flaky : 0);
const passed = count.passed + count.failed + count.flaky - failed;
const label = failed > 0 ? (count.flaky > 0 ? 'failed or flaky' : 'failed') : 'flaky';
for (const [index, [name, lines]] of [...failures].entries()) {
  console.log(`${label}: ${name}`);
  if (index < MAX_EXCERPTS) for (const line of lines) console.log(`  ${line}`);
}
if (count.flaky > 0) console.log(`${count.flaky} flaky`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
