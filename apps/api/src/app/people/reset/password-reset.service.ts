import { Injectable, NotFoundException } from '@nestjs/common';
import { Settings } from '../../platform/config/settings';
import { Transactions } from '../../platform/database/transactions';
import { SYSTEM_ACTOR } from '../../platform/context/actor';
import { runInContext } from '../../platform/context/work-context';
import type { Client } from '../client';
import { ResetLimits } from '../limits/reset-limits';
import { LINK_HOURS, OneTimeLinks } from '../links/one-time-links';
import { PeopleMail, type Recipient } from '../mail/people-mail';
import { SecurityLog } from '../security-log';

/** People who sign in with a password. Everyone else has another way in, or none. */
const FIND_PERSON = `
  SELECT id, name, email FROM users WHERE lower(email) = $1 AND state = 'active' AND password_hash IS NOT NULL
    AND managed_by = 'local'`;

/** Mails people who forgot their password a link that sets a new one. */
@Injectable()
export class PasswordResetService {
  constructor(
    private readonly settings: Settings,
    private readonly transactions: Transactions,
    private readonly limits: ResetLimits,
    private readonly links: OneTimeLinks,
    private readonly mail: PeopleMail,
    private readonly securityLog: SecurityLog,
  ) {}

  /**
   * Accepts a request. The same for known and unknown addresses, in its result and in its time.
   * @returns the work to start after the response
   * @throws NotFoundException without a mail server, or if PASSWORD_SIGN_IN is false
   * @throws TooManyRequestsException after too many requests
   */
  async request(email: string, client: Client): Promise<() => void> {
    if (!this.settings.PASSWORD_SIGN_IN || !this.mail.isConfigured) {
      throw new NotFoundException('This Docket sends no links for new passwords. Ask an administrator');
    }
    await this.limits.consume(email, client);
    const context = { actor: SYSTEM_ACTOR, requestId: client.requestId };
    return () => this.mail.runLater(() => runInContext(context, () => this.sendLink(email, client)));
  }

  private async sendLink(email: string, client: Client): Promise<void> {
    const created = await this.transactions.run(async (manager) => {
      const [person] = await manager.query<Recipient[]>(FIND_PERSON, [email]);
      if (!person) return undefined;
      const { token } = await this.links.create(manager, person.id, 'reset', LINK_HOURS.askedFor);
      await this.securityLog.record(manager, 'reset_requested', client, { userId: person.id });
      return { person, token };
    });
    if (created) await this.mail.sendReset(created.person, created.token, LINK_HOURS.askedFor, client);
  }
}
