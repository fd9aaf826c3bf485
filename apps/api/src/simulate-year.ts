import 'reflect-metadata';
import { toPrintableLines } from '@docket/domain';
import { loadEnvironmentFile } from './app/platform/config/load-environment-file';
import { readSettings } from './app/platform/config/read-settings';
import { openForMaintenance } from './app/platform/database/open-database';
import { SCHEMA } from './app/schema/schema';
import { simulateYear } from './app/suggestions';

/** Fills the suggestion ledger of a demonstration with a year of data, and prints its contents. Exits with 2 if the command fails. */
async function main(): Promise<void> {
  loadEnvironmentFile();
  const lines = await simulateYear(() => openForMaintenance(readSettings(), SCHEMA));
  process.stdout.write(`${toPrintableLines(lines.join('\n'))}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${toPrintableLines(error instanceof Error ? error.message : String(error))}\n`);
  process.exitCode = 2;
});
