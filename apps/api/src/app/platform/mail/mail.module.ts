import { Global, Module } from '@nestjs/common';
import { Settings } from '../config/settings';
import { Mailer } from './mailer';
import { NoMailer } from './no-mailer';
import { SmtpMailer } from './smtp-mailer';

const createMailer = ({ smtp }: Settings): Mailer => (smtp ? new SmtpMailer(smtp) : new NoMailer());

/** Provides the {@link Mailer}. */
@Global()
@Module({
  providers: [{ provide: Mailer, useFactory: createMailer, inject: [Settings] }],
  exports: [Mailer],
})
export class MailModule {}
