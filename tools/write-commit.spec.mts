import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let workspace: string;
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'docket-commit-'));
  mkdirSync(join(workspace, 'dist'));
});
afterEach(() => rmSync(workspace, { recursive: true }));

/** Environment for git without the settings of this machine. */
const ENVIRONMENT = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.c', ...args], {
    cwd: workspace,
    encoding: 'utf8',
    env: ENVIRONMENT,
  }).trim();

function commitSources(): string {
  writeFileSync(join(workspace, '.gitignore'), 'dist\n');
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '-m', 'first');
  return git('rev-parse', '--short=12', 'HEAD');
}

/** Runs the program in a folder of the workspace. Returns its status, its errors and the commit of the build. */
function write(cwd = workspace, build = 'dist') {
  const program = join(import.meta.dirname, 'write-commit.mjs');
  const { status, stderr } = spawnSync(process.execPath, [program, build], { cwd, encoding: 'utf8', env: ENVIRONMENT });
  const file = join(cwd, build, 'commit');
  return { status, stderr, commit: existsSync(file) ? readFileSync(file, 'utf8') : undefined };
}

it('writes the commit, and says if the sources have changed since', () => {
  const commit = commitSources();

  const clean = write();
  git('tag', 'v1'); // a tag must not replace the commit
  writeFileSync(join(workspace, '.gitignore'), 'dist\nother\n');
  const dirty = write();

  expect(clean).toEqual({ status: 0, stderr: '', commit: `${commit}\n` });
  expect(dirty).toEqual({ status: 0, stderr: '', commit: `${commit}-dirty\n` });
});

it('removes the commit of an earlier build without a repository, and in a folder of another one', () => {
  const earlier = (folder: string) => writeFileSync(join(folder, 'dist/commit'), 'abcdef012345\n');
  earlier(workspace);

  expect(write()).toEqual({ status: 0, stderr: '', commit: undefined });
  commitSources();
  const inside = join(workspace, 'inside');
  mkdirSync(join(inside, 'dist'), { recursive: true });
  earlier(inside);
  expect(write(inside)).toEqual({ status: 0, stderr: '', commit: undefined });
});

it('writes nothing without a build', () => {
  commitSources();

  expect(write(workspace, 'missing')).toEqual({ status: 0, stderr: '', commit: undefined });
});
