import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, type Signal, inject } from '@angular/core';
import type { ChangeWebhook, CreateWebhook, Webhook, WebhookSecret } from '@docket/contract';
import { firstValueFrom } from 'rxjs';

export type { CreateWebhook, Webhook, WebhookSecret };

/** Client of webhooks. */
@Injectable({ providedIn: 'root' })
export class WebhooksApi {
  private readonly http = inject(HttpClient);

  /** Resource of all webhooks, oldest first. Call in an injection context. */
  webhooksResource() {
    return httpResource<Webhook[]>(() => '/api/webhooks');
  }

  /** Resource of one webhook. Call in an injection context. */
  webhookResource(id: Signal<number>) {
    return httpResource<Webhook>(() => urlOf(id()));
  }

  /** Creates a webhook. Only this response contains the secret. Fails with 409 if there are too many, or without a SECRET_KEY. */
  create(webhook: CreateWebhook): Promise<WebhookSecret> {
    return firstValueFrom(this.http.post<WebhookSecret>('/api/webhooks', webhook));
  }

  /** Changes a webhook. Fails with 412 if it has changed since it was read. */
  change({ id, version }: Webhook, changes: ChangeWebhook): Promise<Webhook> {
    const headers = { 'If-Match': `"${id}-${version}"` };
    return firstValueFrom(this.http.patch<Webhook>(urlOf(id), changes, { headers }));
  }

  /** Turns a webhook on or off, regardless of its version. */
  turn({ id }: Webhook, isOn: boolean): Promise<Webhook> {
    return firstValueFrom(this.http.patch<Webhook>(urlOf(id), { is_on: isOn }));
  }

  /** Deletes a webhook and its log. */
  async remove({ id }: Webhook): Promise<void> {
    await firstValueFrom(this.http.delete(urlOf(id)));
  }

  /** Creates a new secret. The old one also signs for 24 hours. */
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
