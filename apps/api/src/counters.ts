import 'reflect-metadata';
import { loadEnvironmentFile } from './app/config/load-environment-file';
import { readSettings } from './app/config/settings';
import { runCounters } from './app/counters/counters-command';

/** `counters check|rebuild`: says on the standard output what it found; ends with 1 when the counters are wrong, with 2 when it failed. */
async function main(): Promise<void> {
  loadEnvironmentFile();
  const { lines, agree } = await runCounters(process.argv[2], readSettings());
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = agree ? 0 : 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
});
