import { Global, Module } from '@nestjs/common';
import { Settings } from '../config/settings';
import { Mailer } from './mailer';
import { NoMailer } from './no-mailer';

/** The code that sends mail is loaded only with a mail server, because it takes memory. */
async function createMailer({ smtp }: Settings): Promise<Mailer> {
  if (!smtp) return new NoMailer();
  const { SmtpMailer } = await import('./smtp-mailer');
  return new SmtpMailer(smtp);
}

/** Provides the {@link Mailer}. */
@Global()
@Module({
  providers: [{ provide: Mailer, useFactory: createMailer, inject: [Settings] }],
  exports: [Mailer],
})
export class MailModule {}
