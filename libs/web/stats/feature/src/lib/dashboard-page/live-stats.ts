import { DestroyRef, Injectable, computed, effect, inject, linkedSignal, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { lastFailure, reloadAfterChange, toProblem } from '@docket/web/http';
import { KeptPages } from '@docket/web/people/data/kept-pages';
import { StatsApi, type TicketStats } from '@docket/web/stats/data';
import { TicketChanges } from '@docket/web/tickets/data';
import { connectionLost } from '@docket/web/ui/refresh';
import { filter, fromEvent, merge, throttleTime } from 'rxjs';

/** Minimum time between two refreshes, in ms: changes often come in bursts. */
const REFRESH_INTERVAL_MS = 500;

interface TimedStats {
  readonly stats: TicketStats;
  readonly time: string;
}

/**
 * Figures that refresh when tickets are filed, changed or imported in any tab, when the page becomes visible again, and when the
 * connection changes.
 */
@Injectable()
export class LiveStats {
  private readonly resource = inject(StatsApi).statsResource();
  private readonly latest = linkedSignal<TicketStats | undefined, TimedStats | undefined>({
    source: () => (this.resource.hasValue() ? this.resource.value() : undefined),
    computation: (stats, previous) => (stats ? { stats, time: new Date().toISOString() } : previous?.value),
  });

  /** The failure of the last refresh, if it failed. */
  readonly problem = computed(() => {
    const error = this.resource.error();
    return error && toProblem(error);
  });
  readonly isLoading = this.resource.isLoading;
  private readonly reload = reloadAfterChange(this.resource);
  /** Whether the user asked for the last refresh. Screen readers announce only those. */
  readonly isRequested = signal(false);
  /** The failure of the last requests, until one succeeds. */
  readonly failure = lastFailure(this.problem, this.isLoading);
  private readonly kept = inject(KeptPages);
  /** What is shown: kept during a refresh and after a failed one, and on the way back to a dashboard that cannot be loaded. */
  private readonly shown = computed(
    () => this.latest() ?? (this.failure() ? this.kept.recall<TimedStats>('dashboard') : undefined),
  );
  readonly figures = computed(() => this.shown()?.stats);
  /** Time of the figures, RFC 3339. */
  readonly updatedAt = computed(() => this.shown()?.time);

  constructor() {
    effect(() => {
      if (this.latest()) this.kept.keep('dashboard', this.latest());
    });
    const becomesVisible = fromEvent(document, 'visibilitychange').pipe(
      filter(() => document.visibilityState === 'visible'),
    );
    const connectionChanges = merge(fromEvent(window, 'online'), connectionLost());
    merge(inject(TicketChanges).changes, becomesVisible, connectionChanges)
      .pipe(
        throttleTime(REFRESH_INTERVAL_MS, undefined, { leading: true, trailing: true }),
        takeUntilDestroyed(inject(DestroyRef)),
      )
      .subscribe(() => this.refreshUnasked());
  }

  /** Refreshes at the request of the user. */
  refresh(): void {
    this.isRequested.set(true);
    this.resource.reload();
  }

  private refreshUnasked(): void {
    if (!this.isLoading()) this.isRequested.set(false);
    this.reload();
  }
}
