import 'reflect-metadata';
import { toPrintableLines } from '@docket/domain';
import { runPeople } from './app/people';
import { loadEnvironmentFile } from './app/platform/config/load-environment-file';
import { readSettings } from './app/platform/config/read-settings';
import { openForMaintenance } from './app/platform/database/open-database';
import { SCHEMA } from './app/schema/schema';

/** `people link EMAIL`: prints a link with which a person signs in. Exits with 2 if the command fails. */
async function main(): Promise<void> {
  const lines = await runPeople(process.argv.slice(2), async () => {
    loadEnvironmentFile();
    const settings = readSettings();
    return { site: settings.siteUrl, database: await openForMaintenance(settings, SCHEMA) };
  });
  process.stdout.write(`${toPrintableLines(lines.join('\n'))}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${toPrintableLines(error instanceof Error ? error.message : String(error))}\n`);
  process.exitCode = 2;
});
