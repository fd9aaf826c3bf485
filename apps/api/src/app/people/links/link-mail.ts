import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';
import { PeopleMail } from '../mail/people-mail';
import { type Administrator, readUser } from '../users/users.service';
import { LINK_HOURS } from './one-time-links';

/** Mails the links that administrators create. */
@Injectable()
export class LinkMail {
  constructor(
    private readonly transactions: Transactions,
    private readonly mail: PeopleMail,
  ) {}

  /**
   * Mails a new link to its person. Call it after the commit of the link.
   * @returns false without a mail server, or if it did not take the mail: then the administrator passes on the link
   */
  async send(userId: number, token: string, { actorId, client }: Administrator): Promise<boolean> {
    if (!this.mail.isConfigured) return false;
    const [person, sender] = await this.transactions.statement(async (manager) => [
      await readUser(manager, userId),
      await readUser(manager, actorId),
    ]);
    const recipient = { id: userId, name: person.name, email: person.email ?? '' };
    return person.state === 'invited'
      ? this.mail.sendInvitation(recipient, token, LINK_HOURS.passedOn, { name: sender.name, client })
      : this.mail.sendReset(recipient, token, LINK_HOURS.passedOn, client);
  }
}
