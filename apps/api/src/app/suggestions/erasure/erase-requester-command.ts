import { SecurityLog } from '../../people';
import { openForMaintenance } from '../../platform/database/open-database';
import { compareMigrations } from '../../platform/database/pending-migrations';
import type { Command } from '../../platform/startup/command';
import { StartupError } from '../../platform/startup/startup-error';
import { oneSpelling } from '../../platform/validation/email-address';
import { eraseFromLedger, findRequester } from './ledger-erasure';

const HELP = [
  'Usage: docket erase-requester EMAIL',
  '',
  'Deletes what the ledger of suggestions has of the tickets of the requester with this email address: the suggestions, and the summaries',
  'and drafts that were asked for. It says how many rows it deleted, and the audit log records the id of the requester. The requester and',
  'the tickets stay. Run it before you delete the tickets: the ledger knows a requester only by them. A running Docket may add rows when it gets further tickets of the requester.',
  'With the embedded database, stop Docket first.',
];

/** Nobody sends a request. */
const CLIENT = { ip: '', userAgent: 'docket erase-requester', requestId: '' };

/** The command `erase-requester`. */
export const ERASE_REQUESTER_COMMAND: Command = {
  help: HELP,
  run: async (args, { settings, schema }) => {
    const [address = '', ...rest] = args;
    const email = oneSpelling(address);
    if (!email || email.startsWith('-') || rest.length) throw new StartupError(HELP.join('\n'));
    const database = await openForMaintenance(settings(), schema);
    try {
      if ((await compareMigrations(database, schema)).pending.length) {
        throw new StartupError(
          'The database does not have the tables of this version yet. Run "docket migrate" first.',
        );
      }
      const requesterId = await findRequester(database, email);
      if (requesterId === undefined) {
        throw new StartupError(`No requester has the address ${email}. Nothing was deleted.`);
      }
      // First, so that no erasure is unrecorded, even if the command is killed. Without the address, which somebody wants erased.
      const details = { requester: requesterId, from: 'command' };
      await new SecurityLog().record(database.manager, 'requester_erased', CLIENT, { details });
      const erased = await eraseFromLedger(database, requesterId);
      const lines = [
        `Deleted from the ledger what it had of the tickets of ${email}:`,
        `${erased.suggestions} rows of suggestions`,
        `${erased.written_texts} rows of summaries and drafts`,
      ];
      return { lines, data: { email, ...erased } };
    } finally {
      await database.destroy();
    }
  },
};
