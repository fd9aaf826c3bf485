import { httpResource } from '@angular/common/http';
import { Injectable } from '@angular/core';
import type { TicketStats } from '@docket/contract';

export type { TicketStats };

/** Client of the API's statistics. */
@Injectable({ providedIn: 'root' })
export class StatsApi {
  /** Resource of all figures, from one snapshot. Days are UTC days. Call in an injection context. */
  statsResource() {
    return httpResource<TicketStats>(() => '/api/tickets/stats');
  }
}
