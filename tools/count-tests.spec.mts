import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs the script on a log. Returns its output and its exit status. */
function count(...lines: string[]): readonly [string, number | null] {
  const folder = mkdtempSync(join(tmpdir(), 'docket-count-'));
  const log = join(folder, 'log');
  writeFileSync(log, lines.join('\n'));
  const { stdout, status } = spawnSync(process.execPath, [join(import.meta.dirname, 'count-tests.mjs'), log]);
  rmSync(folder, { recursive: true });
  return [stdout.toString().trim(), status];
}

it('adds up the summary lines of Jest and Playwright', () => {
  expect(
    count('Tests:       5 passed, 5 total', 'domain: Tests: 1 skipped, 7 passed, 8 total', '  12 passed (1.1m)'),
  ).toEqual(['24 passed, 0 failed', 0]);
});

it('ignores colours and prefixes', () => {
  expect(count('api:integration: \u001b[1mTests:\u001b[22m  3 passed, 3 total')).toEqual(['3 passed, 0 failed', 0]);
});

it('names a flaky journey, which passed on its second run', () => {
  const [output, status] = count(
    '  1) apps/web-e2e/src/print.journey.ts:15:1 › prints a ticket ─────',
    '    Error: too slow',
    '  1 flaky',
    '    apps/web-e2e/src/print.journey.ts:15:1 › prints a ticket',
    '  4 passed (10.0s)',
  );

  expect(output.split('\n')[0]).toBe('flaky: apps/web-e2e/src/print.journey.ts:15:1 › prints a ticket');
  expect(output).toContain('Error: too slow');
  expect(output).toMatch(/\n1 flaky\n5 passed, 0 failed$/);
  expect(status).toBe(0);
});

it('names a flaky test of Jest, which counts as passed there, and no test that failed twice', () => {
  const [output, status] = count(
    '  LOGGING RETRY ERRORS  the list finds tickets',
    '  RETRY 1 ',
    '  Error: too slow',
    'Tests:       5 passed, 5 total',
  );

  expect(output).toMatch(/^flaky: the list finds tickets\n.*\n {2}Error: too slow\n.*\n1 flaky\n5 passed, 0 failed$/s);
  expect(status).toBe(0);
  expect(
    count(
      'api:integration:  LOGGING RETRY ERRORS  the list finds tickets',
      '  ● the list › finds tickets',
      'Tests:       1 failed, 5 passed, 6 total',
    )[0],
  ).not.toContain('flaky\n');
});

it('counts flaky tests as failed if there are more than five', () => {
  const retried = 'abc'.split('').map((name) => ` LOGGING RETRY ERRORS  ${name}`);

  expect(count(...retried, '  2 flaky', 'Tests:  9 passed, 9 total')[0]).toMatch(/\n5 flaky\n11 passed, 0 failed$/);
  expect(count(...retried, '  3 flaky', 'Tests:  9 passed, 9 total')).toEqual([
    expect.stringMatching(/\n6 flaky\n6 passed, 6 failed$/),
    1,
  ]);
  expect(count('  1 flaky', '  1 flaky', '  1 failed', '  4 passed (10.0s)')).toEqual([
    '2 flaky\n6 passed, 1 failed',
    1,
  ]);
});

it('fails if a test failed, and if none ran', () => {
  expect(count('Tests:       1 failed, 2 passed, 3 total')).toEqual(['2 passed, 1 failed', 1]);
  expect(count('Nothing ran')).toEqual(['0 passed, 0 failed', 1]);
});

it('names each failed test once', () => {
  const [output] = count(
    '  ● Console',
    '  ● the list › finds tickets',
    'Summary of all failing tests',
    'api:integration:   ● the list › finds tickets',
    '',
    '  1) apps/web-e2e/src/print.journey.ts:15:1 › prints a ticket ─────',
    'Tests:       1 failed, 1 total',
    '  1 failed',
  );

  expect(output.split('\n').filter((line) => !line.startsWith(' '))).toEqual([
    'failed: the list › finds tickets',
    'failed: apps/web-e2e/src/print.journey.ts:15:1 › prints a ticket',
    '0 passed, 2 failed',
  ]);
});

it('repeats the start of what the first failures say', () => {
  const failure = (name: string) => [
    `  ● ${name}`,
    '',
    '    Error: no server',
    ...Array<string>(30).fill('    at a line'),
  ];
  const [output] = count(...'abcdefg'.split('').flatMap(failure), 'Tests:       7 failed, 7 total');

  const lines = output.split('\n');
  expect(lines.slice(0, 3)).toEqual(['failed: a', '  Error: no server', '  at a line']);
  expect(lines.filter((line) => line.includes('no server'))).toHaveLength(5);
  expect(lines.filter((line) => line.includes('at a line'))).toHaveLength(5 * 14);
});

it('ignores numbers elsewhere in the output', () => {
  expect(count('  ✓ counts 12 passed tests (1 ms)', 'Tests:       1 passed, 1 total')).toEqual([
    '1 passed, 0 failed',
    0,
  ]);
});
