import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Settings } from '../../platform/config/settings';
import { Transactions } from '../../platform/database/transactions';
import { MailFailure, Mailer } from '../../platform/mail/mailer';
import type { Client } from '../client';
import { SecurityLog } from '../security-log';
import { invitation, passwordChanged, passwordReset } from './people-messages';

/** A person who gets mail. */
export interface Recipient {
  readonly id: number;
  readonly name: string;
  readonly email: string;
}

/** The person who causes a mail. */
export interface Sender {
  readonly name: string;
  readonly client: Client;
}

/** The mails about a person's account. Call the methods after the commit of the change. */
@Injectable()
export class PeopleMail implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Mail');
  private readonly running = new Set<Promise<unknown>>();
  /** Defined if there is a mail server. */
  private readonly site: URL | undefined;

  constructor(
    settings: Settings,
    private readonly mailer: Mailer,
    private readonly transactions: Transactions,
    private readonly securityLog: SecurityLog,
  ) {
    this.site = settings.publicUrl;
  }

  get isConfigured(): boolean {
    return this.mailer.isConfigured;
  }

  /** @returns whether the mail server took the mail */
  sendInvitation(person: Recipient, token: string, hours: number, from: Sender): Promise<boolean> {
    const message = invitation(this.about(person), this.link(token), from.name, hours);
    return this.send('invitation', person, message, from.client);
  }

  /** @returns whether the mail server took the mail */
  sendReset(person: Recipient, token: string, hours: number, client: Client): Promise<boolean> {
    return this.send('reset', person, passwordReset(this.about(person), this.link(token), hours), client);
  }

  /** Mails a person that their password was changed. Returns before the mail is sent. */
  notifyPasswordChanged(person: Recipient, client: Client): void {
    if (!this.isConfigured) return;
    const message = passwordChanged(this.about(person), new Date(), this.page('/forgot-password'));
    this.runLater(() => this.send('password_changed', person, message, client));
  }

  /** Runs work that no response waits for. Its errors are logged. */
  runLater(work: () => Promise<unknown>): void {
    const running = work()
      .catch((error: unknown) => this.logger.error({ msg: 'Work after a response failed', err: error }))
      .finally(() => this.running.delete(running));
    this.running.add(running);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.allSettled(this.running);
  }

  private async send(
    kind: string,
    { id, name, email }: Recipient,
    message: { readonly subject: string; readonly text: string },
    client: Client,
  ): Promise<boolean> {
    try {
      await this.mailer.send({ to: { name, address: email }, ...message });
      return true;
    } catch (error) {
      if (!(error instanceof MailFailure)) throw error;
      const details = { kind, reason: error.message };
      await this.transactions.statement((manager) =>
        this.securityLog.record(manager, 'mail_failed', client, { userId: id, details }),
      );
      return false;
    }
  }

  private about({ name }: Recipient): { readonly name: string; readonly site: string } {
    return { name, site: this.page('/') };
  }

  /** The token is the fragment: browsers do not send it, so no log has it. */
  private link(token: string): string {
    return this.page(`/set-password#${token}`);
  }

  private page(path: string): string {
    return new URL(path, this.site).href;
  }
}
