import type { Injector } from '@angular/core';
import type { Webhook } from '@docket/web/people/data/webhooks';
import { openDialog } from '@docket/web/ui/open-dialog';
import { ReplayDialog } from './replay-dialog';
import { SecretDialog } from './secret-dialog';
import { WebhookDialog } from './webhook-dialog';

/** Adds a webhook, or changes the given one. Returns the id of a new one. */
export const openWebhook = (injector: Injector, data?: Webhook) =>
  openDialog<number>(injector, WebhookDialog, { data, width: '32rem', autoFocus: 'input[name=webhook-name]' });

export const openNewSecret = (injector: Injector, data: Webhook) =>
  openDialog(injector, SecretDialog, { data, width: '32rem', autoFocus: 'dialog' });

/** Asks for the start of a replay. Returns that time; undefined if the person cancels. */
export const openReplay = (injector: Injector, data: Webhook) =>
  openDialog<string>(injector, ReplayDialog, { data, width: '28rem', autoFocus: 'input' });
