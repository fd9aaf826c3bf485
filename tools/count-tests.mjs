/** Adds up the tests that the runners in a log say they ran (Jest's and Playwright's closing lines). */
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const log = stripVTControlCharacters(readFileSync(process.argv[2], 'utf8'));
let passed = 0;
let failed = 0;
for (const line of log.split('\n')) {
  const summary =
    /^Tests:\s+(.*)$/.exec(line)?.[1] ?? (/^\s{2}\d+ (?:passed|failed)(?: \(.*\))?$/.test(line) ? line : '');
  passed += Number(/(\d+) passed/.exec(summary)?.[1] ?? 0);
  failed += Number(/(\d+) failed/.exec(summary)?.[1] ?? 0);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
