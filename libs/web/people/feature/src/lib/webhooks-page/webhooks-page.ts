import { ChangeDetectionStrategy, Component, Injector, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { lastFailure, lastValue, reloadAfterChange, toProblem } from '@docket/web/http';
import { type Webhook, WebhooksApi } from '@docket/web/people/data/webhooks';
import { EmptyState, ErrorState, Icon } from '@docket/web/ui';
import { StaleNotice } from '@docket/web/ui/refresh';
import { ListSkeleton } from '../list-skeleton/list-skeleton';
import { PEOPLE_ICONS } from '../people-icons';
import { DeliveryTypeNamePipe } from '../webhooks/delivery-type-name-pipe';
import { WaitingCountPipe } from '../webhooks/waiting-count-pipe';
import { type WebhookAction, WebhookActions } from '../webhooks/webhook-actions';
import { WebhookMenuButton } from '../webhooks/webhook-menu-button';
import { WebhookProblem } from '../webhooks/webhook-problem';
import { WebhookStateText } from '../webhooks/webhook-state-text';

/** List of webhooks, which notify other programs of ticket events. */
@Component({
  selector: 'docket-webhooks-page',
  imports: [
    DeliveryTypeNamePipe,
    EmptyState,
    ErrorState,
    Icon,
    ListSkeleton,
    MatButton,
    RouterLink,
    StaleNotice,
    WaitingCountPipe,
    WebhookMenuButton,
    WebhookProblem,
    WebhookStateText,
  ],
  templateUrl: './webhooks-page.html',
  styleUrls: ['../settings-list.scss', '../settings-page.scss', './webhooks-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WebhooksPage {
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly resource = inject(WebhooksApi).webhooksResource();
  protected readonly actions = new WebhookActions();
  protected readonly icon = PEOPLE_ICONS.webhook;
  protected readonly reload = reloadAfterChange(this.resource);
  /** Kept while the list reloads. */
  private readonly listed = lastValue(() => (this.resource.hasValue() ? this.resource.value() : undefined));
  protected readonly rows = computed(() => this.listed()?.map((webhook) => ({ webhook, host: hostOf(webhook.url) })));
  private readonly loadProblem = computed(() => {
    const error = this.resource.error();
    return error ? toProblem(error) : undefined;
  });
  protected readonly failure = lastFailure(this.loadProblem, this.resource.isLoading);

  protected async create(): Promise<void> {
    const { openWebhook } = await import('../webhooks/open-webhook-dialogs');
    const id = await openWebhook(this.injector);
    if (id === undefined) return;
    await this.router.navigate(['/settings/webhooks', id]);
  }

  protected async act(action: WebhookAction, webhook: Webhook): Promise<void> {
    await this.actions.run(action, webhook);
    this.reload();
  }
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
