// Runs a built program: node tools/run-built.mjs dist/apps/api/people.js ARGUMENTS
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const program = resolve(process.argv[2] ?? '');
if (existsSync(program)) {
  process.argv.splice(1, 2, program);
  await import(pathToFileURL(program).href);
} else {
  console.error('Docket is not built. Run npm run build first.');
  process.exitCode = 2;
}
