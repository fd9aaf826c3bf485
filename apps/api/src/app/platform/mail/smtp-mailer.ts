import { type BeforeApplicationShutdown, Logger } from '@nestjs/common';
import { bulkhead, isBulkheadRejectedError } from 'cockatiel';
import { createTransport } from 'nodemailer';
import type { SmtpServer } from '../config/smtp-server';
import { isMailAddress } from './mail-address';
import { type Mail, MailFailure, type Mailer, SEND_MS } from './mailer';

/** Maximum number of concurrent connections. Mail servers limit them. */
const CONCURRENT = 2;
/** Mails that wait. More would wait longer than {@link SEND_MS}. */
const QUEUED = 100;

/** Sends mail through an SMTP server, with one connection for each mail. */
export class SmtpMailer implements Mailer, BeforeApplicationShutdown {
  readonly isConfigured = true;
  private readonly logger = new Logger('Mail');
  private readonly bulkhead = bulkhead(CONCURRENT, QUEUED);
  private readonly sending = new Set<Promise<void>>();
  private readonly transport;

  constructor(private readonly server: SmtpServer) {
    const { host, port, isSecure, login, requiresTls } = server;
    this.transport = createTransport({
      host,
      port,
      secure: isSecure,
      requireTLS: requiresTls,
      ...(login && { auth: login }),
      connectionTimeout: SEND_MS / 2,
      greetingTimeout: SEND_MS / 2,
      socketTimeout: SEND_MS / 2,
      dnsTimeout: SEND_MS / 2,
      // Only texts are sent. Nothing in them may name a file or a URL to attach.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send(mail: Mail): Promise<void> {
    const sending = this.inTime(mail);
    this.sending.add(sending);
    try {
      await sending;
    } catch (error) {
      const failure = toFailure(error);
      this.logger.warn({ msg: 'A mail was not sent', reason: failure.message });
      throw failure;
    } finally {
      this.sending.delete(sending);
    }
  }

  /** Waits for the mails that are being sent. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.allSettled(this.sending);
  }

  private async inTime(mail: Mail): Promise<void> {
    if (!isMailAddress(mail.to.address)) throw new MailFailure('The text is not a mail address');
    const signal = AbortSignal.timeout(SEND_MS);
    const late = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new MailFailure('The mail server did not respond in time')));
    });
    await Promise.race([late, this.bulkhead.execute(() => this.transport.sendMail(this.toMessage(mail)), signal)]);
  }

  /** Removes line breaks from names and the subject: they would start another header. */
  private toMessage({ to, subject, text }: Mail) {
    const { from } = this.server;
    return {
      envelope: { from: from.address, to: [to.address] },
      from: { name: oneLine(from.name), address: from.address },
      to: { name: oneLine(to.name), address: to.address },
      subject: oneLine(subject),
      text,
      headers: { 'Auto-Submitted': 'auto-generated' }, // RFC 3834: prevents automatic replies
    };
  }
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** Without the server's words, which may quote the mail. */
function toFailure(error: unknown): MailFailure {
  if (error instanceof MailFailure) return error;
  if (isBulkheadRejectedError(error)) return new MailFailure('Too many mails wait');
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const status = typeof responseCode === 'number' ? `, status ${responseCode}` : '';
  return new MailFailure(
    `The mail server did not take it (${typeof code === 'string' ? code : 'unknown error'}${status})`,
  );
}
