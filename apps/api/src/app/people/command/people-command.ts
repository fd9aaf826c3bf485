import type { DataSource, EntityManager } from 'typeorm';
import { StartupError } from '../../platform/startup/startup-error';
import { oneSpelling } from '../../platform/validation/email-address';
import { LINK_HOURS, OneTimeLinks } from '../links/one-time-links';
import { User } from '../model/user.entity';
import { SecurityLog } from '../security-log';
import { SET_UP_LINK_HOURS, createSetUpLink } from '../set-up/set-up-link';

const HELP = [
  'Usage: npm run people -- link EMAIL',
  '',
  'Prints a link with which the person with this email address sets a new password. If there is no active administrator,',
  'prints a link that makes one. The link works once, within 24 hours.',
  '',
  'Run the command in the folder of Docket, with the same settings, such as PORT and DATA_DIR. With the embedded database,',
  'stop Docket first. With Docker: docker compose exec api node people.js link EMAIL',
];

/** A Docket on which the command works. */
interface Installation {
  readonly site: URL;
  readonly database: DataSource;
}

/** The client of events of the command: there is no request. */
const COMMAND = { ip: '', userAgent: 'people link', requestId: '' };

/**
 * Runs `link EMAIL`, the way back in: makes a link that sets the password of a person or, without an administrator, a link that
 * makes the first one. Closes the database afterwards. `--help` explains the command.
 * @param open reads the settings and opens the database; called only for a known command
 * @returns the lines to print
 * @throws StartupError if the command, the address or the state of the database do not allow it
 */
export async function runPeople(
  [command = '', email, ...rest]: readonly string[],
  open: () => Promise<Installation>,
): Promise<readonly string[]> {
  if (['--help', '-h', 'help'].includes(command)) return HELP;
  if (command !== 'link' || !email || rest.length) throw new StartupError(HELP.join('\n'));
  const { site, database } = await open();
  try {
    if (await database.showMigrations()) {
      throw new StartupError(
        'The database does not have the tables of this version of Docket yet. Start Docket once, then try again.',
      );
    }
    return await database.transaction((manager) => createLink(manager, site, oneSpelling(email)));
  } finally {
    await database.destroy();
  }
}

async function createLink(manager: EntityManager, site: URL, email: string): Promise<readonly string[]> {
  const log = new SecurityLog();
  const administrators = await manager.findBy(User, { kind: 'person', role: 'admin', state: 'active' });
  if (administrators.length === 0) {
    await log.record(manager, 'link_created', COMMAND, { details: { kind: 'set_up', from: 'command' } });
    const link = await createSetUpLink(manager, site);
    return [
      `Docket has no administrator. This link makes the first one, within ${SET_UP_LINK_HOURS} hours:`,
      link,
      `The link does not depend on ${email}: its first user enters a name, an email address and a password.`,
    ];
  }
  const person = await manager.findOneBy(User, { kind: 'person', email });
  if (!person) {
    const known = administrators.map((administrator) => administrator.email).join(', ');
    throw new StartupError(`Nobody has the address ${email}. The administrators are: ${known}`);
  }
  if (person.state === 'deactivated') {
    throw new StartupError(`${email} is deactivated. An administrator can reactivate the account.`);
  }
  const kind = person.state === 'invited' ? 'invite' : 'reset';
  const details = { kind, from: 'command' };
  await log.record(manager, 'link_created', COMMAND, { userId: person.id, details });
  const { token } = await new OneTimeLinks().create(manager, person.id, kind);
  const link = new URL(`/set-password#${token}`, site).href;
  return [`This link sets the password of ${email}. It works once, within ${LINK_HOURS.passedOn} hours:`, link];
}
