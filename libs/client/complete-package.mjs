/** Completes the built package: the types of the API take the place of their import from the workspace. */
import { cpSync, renameSync } from 'node:fs';

const PACKAGE = 'dist/libs/client';
renameSync(`${PACKAGE}/contract.d.ts`, `${PACKAGE}/api.d.ts`);
for (const file of ['libs/client/package.json', 'libs/client/README.md', 'LICENSE']) {
  cpSync(file, `${PACKAGE}/${file.split('/').at(-1)}`);
}
