// Writes the commit of the sources into the file `commit` of a build: node tools/write-commit.mjs dist/apps/api
// Not a part of the build: Nx takes an unchanged build from its cache, which would name an older commit.
import { execFileSync } from 'node:child_process';
import { existsSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2] ?? '';
const file = join(folder, 'commit');
const git = (...args) => execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

/** The commit, with `-dirty` after changes. Undefined without git, and in a folder that is only a part of another repository. */
function readCommit() {
  try {
    if (realpathSync(git('rev-parse', '--show-toplevel')) !== realpathSync('.')) return undefined;
    return git('describe', '--always', '--dirty', '--abbrev=12', '--exclude=*');
  } catch {
    return undefined;
  }
}

if (existsSync(folder)) {
  const commit = readCommit();
  if (commit === undefined) rmSync(file, { force: true });
  else writeFileSync(file, `${commit}\n`);
}
