import 'reflect-metadata';
import { toPrintableLines } from '@docket/domain';
import { loadEnvironmentFile } from './app/platform/config/load-environment-file';
import { readSettings } from './app/platform/config/read-settings';
import { openForMaintenance } from './app/platform/database/open-database';
import { SCHEMA } from './app/schema/schema';
import { runCounters } from './app/tickets';

/** `counters check|rebuild`: prints its findings. Exits with 1 if the counters are wrong, with 2 if the command fails. */
async function main(): Promise<void> {
  loadEnvironmentFile();
  const { lines, agree } = await runCounters(process.argv[2], () => openForMaintenance(readSettings(), SCHEMA));
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = agree ? 0 : 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${toPrintableLines(error instanceof Error ? error.message : String(error))}\n`);
  process.exitCode = 2;
});
