import type { MailAddress } from './mail-address';

/** A mail to one person, as plain text. */
export interface Mail {
  readonly to: MailAddress;
  readonly subject: string;
  readonly text: string;
}

/** The port through which features send mail. */
export abstract class Mailer {
  /** Whether there is a mail server. */
  abstract readonly isConfigured: boolean;

  /**
   * Sends a mail. Call it after the commit of the change that the mail is about. Takes at most {@link SEND_MS}.
   * @throws MailFailure if the server did not take it, or too many mails wait. It may have been sent if the server did not answer.
   */
  abstract send(mail: Mail): Promise<void>;
}

/** The longest time that sending a mail takes, in ms: shorter than the deadline of a request. */
export const SEND_MS = 6_000;

/** A mail was not sent. The message has neither its text nor the password of the server. */
export class MailFailure extends Error {
  override readonly name = 'MailFailure';
}
