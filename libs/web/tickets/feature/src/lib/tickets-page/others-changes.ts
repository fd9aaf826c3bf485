import { Injector, computed, inject, runInInjectionContext, signal } from '@angular/core';
import { type ChangesElsewhere, TicketChanges } from '@docket/web/tickets/data';
import { type Announcement, isSameLoad } from './announcement';
import type { OthersReader, ShownList } from './others-reader';

/**
 * Applies changes of others to the list. Listed tickets are updated in place, so that rows do not move. New or changed tickets that enter
 * the first page are announced, and added on request. Create in an injection context.
 */
export class OthersChanges {
  private readonly injector = inject(Injector);
  private readonly changes = inject(TicketChanges);
  private readonly latest = signal<Announcement | undefined>(undefined);
  /** Loaded with the first change. */
  private reader?: Promise<OthersReader>;
  private hasMissed = false;

  /** Announced tickets that the displayed page lacks. A page that loads later has them. */
  private readonly announced = computed(() => {
    const [page, latest] = [this.state.list.page(), this.latest()];
    return page && latest && isSameLoad(page, latest.page) ? latest : undefined;
  });

  /** Announcement of tickets that enter the page: "3 new tickets"; undefined if there are none. */
  readonly text = computed(() => {
    const { ids, hasMore } = this.announced() ?? {};
    if (!ids?.size) return undefined;
    return `${ids.size}${hasMore ? '+' : ''} new ${ids.size === 1 && !hasMore ? 'ticket' : 'tickets'}`;
  });

  constructor(private readonly state: ShownList) {}

  async apply(change: ChangesElsewhere): Promise<void> {
    this.reader ??= this.loadReader();
    try {
      const reader = await this.reader;
      reader.apply(this.hasMissed ? { kind: 'elsewhere', ids: 'all', hasNew: true } : change);
      this.hasMissed = false;
    } catch {
      // The script failed to load, or the page was destroyed. The next change tries again.
      this.reader = undefined;
      this.hasMissed = true;
    }
  }

  /** Reloads the page, with the announced tickets. Returns their ids; undefined if there are more of them. */
  show(): ReadonlySet<number> | undefined {
    const { ids = new Set<number>(), hasMore } = this.announced() ?? {};
    for (const id of ids) this.changes.highlightChanged(id);
    this.latest.set(undefined);
    this.state.list.reloadAfterChange();
    return hasMore ? undefined : ids;
  }

  private async loadReader(): Promise<OthersReader> {
    const { OthersReader } = await import('./others-reader');
    return runInInjectionContext(this.injector, () => new OthersReader(this.state, this.latest));
  }
}
