import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version in package.json, which the build inserts. Absent without a build, as in tests. */
declare const DOCKET_VERSION: string | undefined;

/** The version that runs: `0.1.0+1ab14a934f20` with the commit, if the build has one. */
export const VERSION = withCommit(typeof DOCKET_VERSION === 'undefined' ? 'unbuilt' : DOCKET_VERSION, __dirname);

/** @param folder has a file `commit` if the build knew its repository (tools/write-commit.mjs) */
export function withCommit(version: string, folder: string): string {
  try {
    const [commit] = /^[\da-f]{7,40}(?:-dirty)?$/.exec(readFileSync(join(folder, 'commit'), 'utf8').trim()) ?? [];
    return commit === undefined ? version : `${version}+${commit}`;
  } catch {
    return version; // without the file
  }
}
