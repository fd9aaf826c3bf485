import { httpResource } from '@angular/common/http';
import { Injectable } from '@angular/core';
import type { TicketStatsDto } from '@docket/contract';

export type TicketStats = TicketStatsDto;

/** The figures of the dashboard. */
@Injectable({ providedIn: 'root' })
export class StatsApi {
  /** All figures, from one moment. Days are UTC days. To be called in an injection context. */
  stats() {
    return httpResource<TicketStats>(() => '/api/tickets/stats');
  }
}
