import 'reflect-metadata';
import { toPrintableLines } from '@docket/domain';
import { evaluate } from './app/classifier';
import { loadEnvironmentFile } from './app/platform/config/load-environment-file';
import { readSettings } from './app/platform/config/read-settings';

function settings() {
  loadEnvironmentFile();
  return readSettings();
}

/** `evaluate FILE`: prints its figures. Exits with 2 if the command fails. */
async function main(): Promise<void> {
  process.stdout.write(`${await evaluate(process.argv.slice(2), settings)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${toPrintableLines(error instanceof Error ? error.message : String(error))}\n`);
  process.exitCode = 2;
});
