import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Settings } from '../../platform/config/settings';
import { Transactions } from '../../platform/database/transactions';
import type { MailText } from '../../platform/mail/mail-text';
import { MailFailure, Mailer } from '../../platform/mail/mailer';
import { systemAuthor } from '../author';
import { SecurityLog } from '../security-log';

/** Maximum recipients of a notice, those with the oldest accounts: the mailer can send that many within its time limit. */
const MAX_RECIPIENTS = 20;

const ADMINISTRATORS = `
  SELECT id, name, email FROM users WHERE kind = 'person' AND state = 'active' AND role = 'admin' ORDER BY id LIMIT ${MAX_RECIPIENTS}`;

interface Administrator {
  readonly id: number;
  readonly name: string;
  readonly email: string;
}

/** Mails about the installation, such as a webhook that fails. */
@Injectable()
export class AdministratorMail implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Mail');
  /** The notices so far, one after another: many webhooks may fail at once, and other mails need the mailer, too. */
  private notices: Promise<void> = Promise.resolve();

  constructor(
    private readonly settings: Settings,
    private readonly mailer: Mailer,
    private readonly transactions: Transactions,
    private readonly securityLog: SecurityLog,
  ) {}

  /**
   * Sends a mail to each active administrator, up to {@link MAX_RECIPIENTS}, after the notices before it. Without a mail server, it does
   * nothing. Call it after the commit. Returns before the mails are sent.
   * @param kind what the mail is about, for the audit log if it cannot be sent
   */
  notify(kind: string, write: (name: string, site: URL) => MailText): void {
    if (!this.mailer.isConfigured) return;
    this.notices = this.notices
      .then(() => this.sendToAll(kind, write))
      .catch((error: unknown) => this.logger.error({ msg: 'Administrators could not be told', err: error }));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.notices;
  }

  private async sendToAll(kind: string, write: (name: string, site: URL) => MailText): Promise<void> {
    const people = await this.transactions.statement((manager) => manager.query<Administrator[]>(ADMINISTRATORS));
    await Promise.all(people.map((person) => this.send(kind, person, write(person.name, this.settings.siteUrl))));
  }

  private async send(kind: string, { id, name, email }: Administrator, message: MailText): Promise<void> {
    try {
      await this.mailer.send({ to: { name, address: email }, ...message });
    } catch (error) {
      if (!(error instanceof MailFailure)) throw error;
      const { client } = systemAuthor();
      const details = { kind, reason: error.message };
      await this.transactions.statement((manager) =>
        this.securityLog.record(manager, 'mail_failed', client, { userId: id, details }),
      );
    }
  }
}
