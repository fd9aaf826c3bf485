import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, type Signal, inject } from '@angular/core';
import type { ChangeWebhook, CreateWebhook, Webhook, WebhookSecret } from '@docket/contract';
import { firstValueFrom } from 'rxjs';

export type { CreateWebhook, Webhook, WebhookSecret };

/** The API's operations on webhooks. */
@Injectable({ providedIn: 'root' })
export class WebhooksApi {
  private readonly http = inject(HttpClient);

  /** All webhooks, the oldest first. Call in an injection context. */
  webhooksResource() {
    return httpResource<Webhook[]>(() => '/api/webhooks');
  }

  /** One webhook. Call in an injection context. */
  webhookResource(id: Signal<number>) {
    return httpResource<Webhook>(() => urlOf(id()));
  }

  /** The answer has the secret, which the API does not show again. Fails with 409 if there are too many, or no SECRET_KEY. */
  create(webhook: CreateWebhook): Promise<WebhookSecret> {
    return firstValueFrom(this.http.post<WebhookSecret>('/api/webhooks', webhook));
  }

  /** Fails with 412 if the webhook has changed since it was read. */
  change({ id, version }: Webhook, changes: ChangeWebhook): Promise<Webhook> {
    const headers = { 'If-Match': `"${id}-${version}"` };
    return firstValueFrom(this.http.patch<Webhook>(urlOf(id), changes, { headers }));
  }

  /** Turns a webhook on or off, whatever else has changed. */
  turn({ id }: Webhook, isOn: boolean): Promise<Webhook> {
    return firstValueFrom(this.http.patch<Webhook>(urlOf(id), { is_on: isOn }));
  }

  /** The log goes with the webhook. */
  async remove({ id }: Webhook): Promise<void> {
    await firstValueFrom(this.http.delete(urlOf(id)));
  }

  /** Makes a new secret. The old one signs as well for 24 hours. */
  rotateSecret({ id }: Webhook): Promise<WebhookSecret> {
    return firstValueFrom(this.http.post<WebhookSecret>(`${urlOf(id)}/rotate`, null));
  }

  /**
   * Delivers all events since a time again. Fails with 409 if the webhook is off.
   * @param since RFC 3339
   */
  replay({ id }: Webhook, since: string): Promise<Webhook> {
    return firstValueFrom(this.http.post<Webhook>(`${urlOf(id)}/replay`, { since }));
  }
}

function urlOf(id: number): string {
  return `/api/webhooks/${id}`;
}
