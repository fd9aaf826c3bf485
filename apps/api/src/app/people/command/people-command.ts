import type { DataSource, EntityManager } from 'typeorm';
import { StartupError } from '../../platform/startup/startup-error';
import { oneSpelling } from '../../platform/validation/email-address';
import { LINK_HOURS, OneTimeLinks } from '../links/one-time-links';
import { User } from '../model/user.entity';
import { SecurityLog } from '../security-log';
import { SET_UP_LINK_HOURS, createSetUpLink } from '../set-up/set-up-link';

const USAGE = 'usage: people link EMAIL';

/** Nobody sends a request. */
const COMMAND = { ip: '', userAgent: 'people link', requestId: '' };

/**
 * Runs `link EMAIL`, the way back in: makes a link that sets the password of a person or, without an administrator, a link that
 * makes the first one. Closes the database afterwards.
 * @param site the address of Docket
 * @param open opens the database; called only for a known command
 * @returns the lines to print, with the link
 * @throws StartupError if the command, the address or the state of the database do not allow it
 */
export async function runPeople(
  [command, email, ...rest]: readonly string[],
  site: URL,
  open: () => Promise<DataSource>,
): Promise<readonly string[]> {
  if (command !== 'link' || !email || rest.length) throw new StartupError(USAGE);
  const database = await open();
  try {
    if (await database.showMigrations()) {
      throw new StartupError('The database is older than this version of Docket. Start Docket once, then try again.');
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
    return [`Docket has no administrator. This link makes the first one, within ${SET_UP_LINK_HOURS} hours:`, link];
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
