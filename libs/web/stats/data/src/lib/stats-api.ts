import { httpResource } from '@angular/common/http';
import { Injectable } from '@angular/core';
import type { TicketStats } from '@docket/contract';

export type { TicketStats };

/** Statistics of the API. */
@Injectable({ providedIn: 'root' })
export class StatsApi {
  /** All figures, from one snapshot. Days are UTC days. Call in an injection context. */
  statsResource() {
    return httpResource<TicketStats>(() => '/api/tickets/stats');
  }
}
