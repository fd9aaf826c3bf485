import { ChangeDetectionStrategy, Component, computed, inject, input, numberAttribute, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { DELIVERY_STATES, oneOf } from '@docket/domain';
import { lastFailure, lastValue, reloadAfterChange, toProblem } from '@docket/web/http';
import { DeliveriesApi, type Webhook, WebhooksApi } from '@docket/web/people/data/webhooks';
import { EmptyState, ErrorState } from '@docket/web/ui';
import { StaleNotice } from '@docket/web/ui/refresh';
import { DeliveryTypeNamePipe } from '../webhooks/delivery-type-name-pipe';
import { LogTimePipe } from '../webhooks/log-time-pipe';
import { WaitingCountPipe } from '../webhooks/waiting-count-pipe';
import { type WebhookAction, WebhookActions } from '../webhooks/webhook-actions';
import { WebhookMenuButton } from '../webhooks/webhook-menu-button';
import { WebhookProblem } from '../webhooks/webhook-problem';
import { WebhookStateText } from '../webhooks/webhook-state-text';
import { DeliveryLog } from './delivery-log';
import { SendOutcome } from './send-outcome';
import { SentDelivery } from './sent-delivery';

/** A webhook with its log. The URL contains the page and the filter of the log. */
@Component({
  selector: 'docket-webhook-page',
  imports: [
    DeliveryLog,
    DeliveryTypeNamePipe,
    EmptyState,
    ErrorState,
    LogTimePipe,
    MatButton,
    RouterLink,
    SendOutcome,
    StaleNotice,
    WaitingCountPipe,
    WebhookMenuButton,
    WebhookProblem,
    WebhookStateText,
  ],
  templateUrl: './webhook-page.html',
  styleUrls: ['../settings-page.scss', './webhook-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WebhookPage {
  private readonly router = inject(Router);
  private readonly deliveries = inject(DeliveriesApi);
  /** Id in the path. 0, which no webhook has, if it is not a number. */
  readonly id = input.required({ transform: (value: unknown) => numberAttribute(value, 0) });
  readonly state = input(undefined, { transform: (value: unknown) => oneOf(DELIVERY_STATES, value) });
  readonly before = input<string>();
  private readonly log = viewChild(DeliveryLog);
  private readonly resource = inject(WebhooksApi).webhookResource(this.id);
  protected readonly actions = new WebhookActions();
  protected readonly test = new SentDelivery();
  protected readonly reload = reloadAfterChange(this.resource);
  /** Kept while the webhook reloads. */
  protected readonly webhook = lastValue(() => (this.resource.hasValue() ? this.resource.value() : undefined));
  private readonly loadProblem = computed(() => {
    const error = this.resource.error();
    return error ? toProblem(error) : undefined;
  });
  protected readonly failure = lastFailure(this.loadProblem, this.resource.isLoading);
  protected readonly isMissing = computed(() => [400, 404].includes(this.failure()?.status ?? 0));

  protected async sendTest({ id }: Webhook): Promise<void> {
    await this.test.send(id, () => this.deliveries.test(id));
    this.reloadAll();
  }

  protected async act(action: WebhookAction, webhook: Webhook): Promise<void> {
    const isDeleted = await this.actions.run(action, webhook);
    if (isDeleted) await this.router.navigateByUrl('/settings/webhooks');
    else this.reloadAll();
  }

  private reloadAll(): void {
    this.reload();
    this.log()?.reload();
  }
}
