import { DestroyRef, Injectable, computed, inject, linkedSignal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { toProblem } from '@docket/web/http';
import { StatsApi, type TicketStats } from '@docket/web/stats/data';
import { TicketChanges } from '@docket/web/tickets/data';
import { filter, fromEvent, merge, throttleTime } from 'rxjs';

/** Changes often come in bursts; the figures are read again at once, and then at most this often, in ms. */
const BURST = 500;

/** Figures that keep up: read again when a ticket is filed or changed, in any tab, and when the page comes back into view. */
@Injectable()
export class LiveStats {
  private readonly resource = inject(StatsApi).stats();
  private readonly last = linkedSignal<TicketStats | undefined, { stats: TicketStats; time: string } | undefined>({
    source: () => (this.resource.hasValue() ? this.resource.value() : undefined),
    computation: (stats, previous) => (stats ? { stats, time: new Date().toISOString() } : previous?.value),
  });

  /** The last figures that came, kept while newer ones are read and when those fail. */
  readonly figures = computed(() => this.last()?.stats);
  /** When they came, RFC 3339. */
  readonly updatedAt = computed(() => this.last()?.time);
  /** Why the last reading failed, if it did. */
  readonly problem = computed(() => {
    const error = this.resource.error();
    return error && toProblem(error);
  });
  readonly isLoading = this.resource.isLoading;

  constructor() {
    const shown = fromEvent(document, 'visibilitychange').pipe(filter(() => document.visibilityState === 'visible'));
    merge(inject(TicketChanges).changes, shown)
      .pipe(throttleTime(BURST, undefined, { leading: true, trailing: true }), takeUntilDestroyed(inject(DestroyRef)))
      .subscribe(() => this.refresh());
  }

  /** Reads the figures again. What was under way is aborted: it may be older than the reason to read again. */
  refresh(): void {
    this.resource.reload();
  }
}
