import { MailFailure, type Mailer } from './mailer';

/** The mailer without `SMTP_URL`. */
export class NoMailer implements Mailer {
  readonly isConfigured = false;

  send(): Promise<void> {
    return Promise.reject(new MailFailure('SMTP_URL is not set'));
  }
}
