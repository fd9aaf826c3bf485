import { Injector, computed, inject, runInInjectionContext, signal } from '@angular/core';
import { type ChangesElsewhere, TicketChanges } from '@docket/web/tickets/data';
import { type Announcement, isSameLoad } from './announcement';
import type { OthersReader, ShownList } from './others-reader';

/**
 * Brings changes of others into the list: listed tickets change in their places, and nothing moves under the reader's eyes. Tickets that
 * enter the first page, new or changed, are announced, and come when the user asks for them. Create in an injection context.
 */
export class OthersChanges {
  private readonly injector = inject(Injector);
  private readonly changes = inject(TicketChanges);
  private readonly latest = signal<Announcement | undefined>(undefined);
  /** Loads with the first change. */
  private reader?: Promise<OthersReader>;
  private hasMissed = false;

  /** What the page that is shown does not show. A page that loads later has it. */
  private readonly announced = computed(() => {
    const [page, latest] = [this.state.list.page(), this.latest()];
    return page && latest && isSameLoad(page, latest.page) ? latest : undefined;
  });

  /** What to say about the tickets that enter the page: "3 new tickets"; undefined if there are none. */
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
      // The script could not be loaded, or the page is gone. The next change tries again.
      this.reader = undefined;
      this.hasMissed = true;
    }
  }

  /** Loads the page again, with the announced tickets. Returns their ids. */
  show(): ReadonlySet<number> {
    const ids = this.announced()?.ids ?? new Set<number>();
    for (const id of ids) this.changes.highlightChanged(id);
    this.latest.set(undefined);
    this.state.list.reloadAfterChange();
    return ids;
  }

  private async loadReader(): Promise<OthersReader> {
    const { OthersReader } = await import('./others-reader');
    return runInInjectionContext(this.injector, () => new OthersReader(this.state, this.latest));
  }
}
