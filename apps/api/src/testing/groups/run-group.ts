import { globSync } from 'node:fs';
import { join } from 'node:path';

const APP = join(__dirname, '../../app');
/**
 * Test files that run separately: those that mock a module, which needs a module registry of its own, and the slowest one, which Jest
 * starts first.
 */
const ALONE = /\.alone\.int\.spec\.ts$/;

/** Number of groups: the files next to this one. */
const GROUPS = globSync('*.int-group.ts', { cwd: __dirname }).length;

/** Registers every nth file of the integration tests. */
export function runGroup(index: number): void {
  runFiles(groupedFiles().filter((_, n) => n % GROUPS === index));
}

/** The integration tests of all groups, by path in the API, sorted. */
export function groupedFiles(): readonly string[] {
  return globSync('**/*.int.spec.ts', { cwd: APP })
    .filter((file) => !ALONE.test(file))
    .sort();
}

/**
 * Registers several files as one test file. Jest reloads all modules of the API for each test file, which takes longer than most of the
 * tests.
 */
export function runFiles(files: readonly string[]): void {
  for (const file of files) {
    describe(file, () => void jest.requireActual(join(APP, file)));
  }
  // Otherwise, the mocks of a file's last test would last until after the setup of the next file.
  afterEach(() => jest.restoreAllMocks());
}
