import { Injectable } from '@nestjs/common';
import { AdministratorMail } from '../../people';
import { type MailText, mailText } from '../../platform/mail/mail-text';
import type { FailedWebhook } from './webhook-health';
import type { Attempt } from './webhook-request';

/**
 * Notifies administrators by mail when a webhook fails or is turned off. One transaction of one process makes each change, so each is
 * reported at most once, and never if the process ends before. The settings show the state in any case.
 */
@Injectable()
export class WebhookNotices {
  constructor(private readonly mail: AdministratorMail) {}

  tell(webhook: FailedWebhook, attempt: Attempt): void {
    if (webhook.state === 'on') return; // the first failure, which is not reported
    this.mail.notify('webhook', (name, site) => noticeOf(webhook, attempt, name, site));
  }
}

/** Names only the host of the receiver: paths and queries of webhook URLs often contain a secret. */
function noticeOf(webhook: FailedWebhook, attempt: Attempt, person: string, site: URL): MailText {
  const { id, name, url, state, off_reason } = webhook;
  const isOff = state === 'off';
  return {
    subject: `The webhook “${name}” ${isOff ? 'is off' : 'fails'}`,
    text: mailText(
      `Hello ${person},`,
      isOff ? offText(off_reason) : 'No delivery of this webhook has succeeded for 6 hours:',
      `${name}, with its receiver at ${new URL(url).host}`,
      `The last try: ${outcomeText(attempt)}.`,
      isOff
        ? 'New events wait until you turn it on again. “Deliver again since…” also sends the deliveries that Docket has given up.'
        : 'Docket goes on trying. After 5 days without a success, it turns the webhook off.',
      `See its log: ${new URL(`/settings/webhooks/${id}`, site).href}`,
    ),
  };
}

function offText(reason: FailedWebhook['off_reason']): string {
  return reason === 'gone'
    ? 'Docket has turned this webhook off, because its receiver answered 410 and wants nothing more:'
    : 'Docket has turned this webhook off, because no delivery has succeeded for 5 days:';
}

function outcomeText({ status, error }: Attempt): string {
  return status === undefined ? `no answer (${error ?? 'unknown reason'})` : `the receiver answered ${status}`;
}
