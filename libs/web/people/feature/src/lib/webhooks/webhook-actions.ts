import { Injector, inject, signal } from '@angular/core';
import { type Problem, toProblem } from '@docket/web/http';
import { type Webhook, WebhooksApi } from '@docket/web/people/data/webhooks';
import { isStepUpRequired } from '../step-up/step-up';

/** Actions in a webhook's menu. */
export type WebhookAction = 'edit' | 'turn-on' | 'turn-off' | 'renew-secret' | 'replay' | 'delete';

/** Runs the actions of a webhook's menu. Create in an injection context. */
export class WebhookActions {
  private readonly injector = inject(Injector);
  private readonly api = inject(WebhooksApi);
  private readonly failure = signal<Problem | undefined>(undefined);
  private readonly replayed = signal<string | undefined>(undefined);
  /** Problem of the last action without a dialog. */
  readonly problem = this.failure.asReadonly();
  /** Start of the replay, if that was the last action. */
  readonly replayedSince = this.replayed.asReadonly();

  /** Runs an action. Returns whether the webhook was deleted. */
  async run(action: WebhookAction, webhook: Webhook): Promise<boolean> {
    this.failure.set(undefined);
    this.replayed.set(undefined);
    switch (action) {
      case 'turn-on':
      case 'turn-off':
        await this.attempt(() => this.api.turn(webhook, action === 'turn-on'));
        return false;
      case 'delete':
        return this.remove(webhook);
      default:
        await this.open(action, webhook);
        return false;
    }
  }

  private async open(action: 'edit' | 'renew-secret' | 'replay', webhook: Webhook): Promise<void> {
    const { openNewSecret, openReplay, openWebhook } = await import('./open-webhook-dialogs');
    if (action === 'replay') this.replayed.set(await openReplay(this.injector, webhook));
    else await (action === 'edit' ? openWebhook : openNewSecret)(this.injector, webhook);
  }

  private async remove(webhook: Webhook): Promise<boolean> {
    const { openConfirm } = await import('../confirm-dialog/open-confirm');
    const isSure = await openConfirm(this.injector, {
      title: `Delete “${webhook.name}”?`,
      text: 'Its receiver hears nothing more, and its log is deleted. Nobody can undo this.',
      action: 'Delete',
    });
    return isSure && this.attempt(() => this.api.remove(webhook));
  }

  /** Sends a request. Returns whether it succeeded. */
  private async attempt(send: () => Promise<unknown>): Promise<boolean> {
    try {
      await send();
      return true;
    } catch (error) {
      if (!isStepUpRequired(error)) this.failure.set(toProblem(error));
      return false;
    }
  }
}
