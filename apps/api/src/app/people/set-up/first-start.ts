import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Settings } from '../../platform/config/settings';
import { noChangesReason } from '../../platform/database/database-unavailable';
import { Transactions } from '../../platform/database/transactions';
import { InvalidInputException } from '../../platform/problems/invalid-input.exception';
import { StartupError } from '../../platform/startup/startup-error';
import { AccessMode } from '../access/access-mode';
import { PASSWORD_RULE, isNewPassword } from '../passwords/is-password';
import { PasswordHasher } from '../passwords/password-hasher';
import { PasswordPolicy } from '../passwords/password-policy';
import { SecurityLog } from '../security-log';
import { insertFirstAdministrator } from './first-administrator';
import { SET_UP_LINK_HOURS, createSetUpLink } from './set-up-link';

/** The client of events at the start: there is no request. */
const AT_START = { ip: '', userAgent: '', requestId: '' };

/** At each start without an administrator: creates the first one from the settings, or logs a set-up link if Docket is closed. */
@Injectable()
export class FirstStart implements OnApplicationBootstrap {
  private readonly logger = new Logger('SetUp');

  constructor(
    private readonly settings: Settings,
    private readonly mode: AccessMode,
    private readonly transactions: Transactions,
    private readonly policy: PasswordPolicy,
    private readonly hasher: PasswordHasher,
    private readonly securityLog: SecurityLog,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (await this.mode.hasAdministrator()) return;
    try {
      await this.leadToAdministrator();
    } catch (error) {
      const reason = noChangesReason(error);
      if (!reason) throw error;
      this.logger.warn(`Docket has no administrator yet, and cannot make one. ${reason}. Restart Docket afterwards.`);
    }
  }

  private async leadToAdministrator(): Promise<void> {
    const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = this.settings;
    if (email !== undefined && password !== undefined) await this.createAdministrator(email, password);
    else if (!(await this.mode.isOpen())) await this.logLink();
  }

  /** @throws StartupError if the password is too weak */
  private async createAdministrator(email: string, password: string): Promise<void> {
    if (!isNewPassword(password)) throw new StartupError(`ADMIN_PASSWORD ${PASSWORD_RULE}.`);
    await this.policy.require(password, { name: nameOf(email), email }).catch((error: unknown) => {
      throw error instanceof InvalidInputException
        ? new StartupError(`ADMIN_PASSWORD ${error.errors[0]?.detail}.`)
        : error;
    });
    const passwordHash = await this.hasher.hash(password);
    await this.transactions.run(async (manager) => {
      const made = await insertFirstAdministrator(manager, { name: nameOf(email), email, passwordHash });
      if (!made) return; // another process was first
      const details = { from: 'ADMIN_EMAIL', ...made.before };
      await this.securityLog.record(manager, 'set_up', AT_START, { userId: made.id, details });
    });
    this.mode.close();
    this.logger.warn(`${email} is the first administrator. Remove ADMIN_PASSWORD from the settings.`);
  }

  private async logLink(): Promise<void> {
    const { settings } = this;
    if (!settings.mayBeOpen && settings.publicUrl === undefined) {
      this.logger.warn(
        'People sign in from now on, because DATABASE_URL is set. If only this machine uses Docket, ACCESS=open keeps it open.',
      );
    }
    const link = await this.transactions.run(async (manager) => {
      const details = { kind: 'set_up', from: 'start' };
      await this.securityLog.record(manager, 'link_created', AT_START, { details });
      return createSetUpLink(manager, settings.siteUrl);
    });
    this.logger.warn(
      `Docket has no administrator yet. This link makes the first one, within ${SET_UP_LINK_HOURS} hours: ${link}`,
    );
  }
}

/** The part before the @, until the person changes it. */
function nameOf(email: string): string {
  return (email.split('@', 1)[0] ?? email).slice(0, 100);
}
