import { migrateDatabase } from '../database/open-database';
import type { Command } from './command';
import { StartupError } from './startup-error';

const HELP = [
  'Usage: docket migrate',
  '',
  'Applies the migrations of this version to the database, as a start with MIGRATE=on does, and ends. Processes of the version before may',
  'run meanwhile. Several commands at once wait for each other. Changes of all rows and new indexes are left to a running Docket.',
  'With the embedded database, stop Docket first.',
];

/** The command `migrate`. */
export const MIGRATE_COMMAND: Command = {
  help: HELP,
  run: async (args, { settings, schema, report }) => {
    if (args.length) throw new StartupError(HELP.join('\n'));
    const applied = await migrateDatabase(settings(), schema, { log: report, warn: report, error: report });
    const count = applied.length === 1 ? 'Applied 1 migration' : `Applied ${applied.length} migrations`;
    return { lines: applied.length ? [`${count}:`, ...applied] : ['No migration is pending.'], data: { applied } };
  },
};
