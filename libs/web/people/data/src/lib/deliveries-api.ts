import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, type Signal, inject } from '@angular/core';
import type { Attempt, Delivery, DeliveryType } from '@docket/contract';
import type { DeliveryState } from '@docket/domain';
import { firstValueFrom } from 'rxjs';

export type { Attempt, Delivery, DeliveryType };

/** A page of a webhook's log. */
export interface LogPage {
  readonly webhookId: number;
  /** Only deliveries in this state. */
  readonly state?: DeliveryState;
  /** Only deliveries before this cursor, from the Link header of the previous page. */
  readonly before?: string;
}

/** Client of a webhook's log. */
@Injectable({ providedIn: 'root' })
export class DeliveriesApi {
  private readonly http = inject(HttpClient);

  /** Resource of up to 50 deliveries, newest first. Call in an injection context. */
  deliveriesResource(page: Signal<LogPage>) {
    return httpResource<Delivery[]>(() => {
      const { webhookId, state, before } = page();
      return { url: urlOf(webhookId), params: { ...(state && { state }), ...(before && { before }) } };
    });
  }

  read(webhookId: number, id: string): Promise<Delivery> {
    return firstValueFrom(this.http.get<Delivery>(`${urlOf(webhookId)}/${id}`));
  }

  /** Sends a test delivery. Fails with 409 if the webhook is off. */
  test(webhookId: number): Promise<Delivery> {
    return firstValueFrom(this.http.post<Delivery>(`/api/webhooks/${webhookId}/test`, null));
  }

  /** Sends a delivery again. Fails with 409 if the webhook is off. */
  redeliver(webhookId: number, id: string): Promise<Delivery> {
    return firstValueFrom(this.http.post<Delivery>(`${urlOf(webhookId)}/${id}/redeliver`, null));
  }
}

function urlOf(webhookId: number): string {
  return `/api/webhooks/${webhookId}/deliveries`;
}
