import { globSync } from 'node:fs';
import { join } from 'node:path';

const APP = join(__dirname, '../../app');
/** Files that replace a module, which needs a registry of modules to itself, and the one that takes longest: Jest starts it first. */
const ALONE = /\.alone\.int\.spec\.ts$/;

/** Number of groups: the files next to this one. */
const GROUPS = globSync('*.int-group.ts', { cwd: __dirname }).length;

/** Registers every nth file of the integration tests. */
export function runGroup(index: number): void {
  runFiles(groupedFiles().filter((_, n) => n % GROUPS === index));
}

/** The integration tests that share the modules of a group, by their paths in the API, in order. */
export function groupedFiles(): readonly string[] {
  return globSync('**/*.int.spec.ts', { cwd: APP })
    .filter((file) => !ALONE.test(file))
    .sort();
}

/** Registers files as one test file. Jest loads all modules of the API anew for each test file, which takes longer than most of the tests. */
export function runFiles(files: readonly string[]): void {
  for (const file of files) {
    describe(file, () => void jest.requireActual(join(APP, file)));
  }
  // Otherwise the last test of one file would keep its mocks until after the set-up of the next file.
  afterEach(() => jest.restoreAllMocks());
}
