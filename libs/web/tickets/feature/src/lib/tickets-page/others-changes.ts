import { type Signal, computed, inject, signal, untracked } from '@angular/core';
import { type ChangesElsewhere, type TicketList, TicketChanges, TicketsApi } from '@docket/web/tickets/data';
import { firstValueFrom } from 'rxjs';

/** Up to this many changed tickets are read one by one. More of them are read with the page. */
const READ_EACH_MAX = 5;

/**
 * Brings changes of others into the list: listed tickets change in their places, and nothing moves under the reader's eyes. New tickets
 * are announced, and come when the user asks for them. Create in an injection context.
 */
export class OthersChanges {
  private readonly api = inject(TicketsApi);
  private readonly changes = inject(TicketChanges);
  /** When new tickets were last announced: ms since 1970. */
  private readonly announcedAt = signal(0);
  /** Whether there may be new tickets that the list does not show. A page that loads later has them. */
  readonly hasNew = computed(() => this.announcedAt() >= (this.list.page()?.loadedAt ?? Infinity));

  constructor(
    private readonly list: TicketList,
    /** Whether the list shows the newest tickets. */
    private readonly isFirstPage: Signal<boolean>,
  ) {}

  apply({ ids, hasNew }: ChangesElsewhere): void {
    const listed = untracked(this.list.page)?.tickets ?? [];
    const changed = ids === 'all' ? listed : listed.filter(({ id }) => ids.has(id));
    if (ids === 'all' || changed.length > READ_EACH_MAX) this.show();
    else {
      for (const { id } of changed) void this.read(id);
      const areListed = ids.size > 0 && ids.size === changed.length; // the user's own, for example
      if (hasNew && !areListed && untracked(this.isFirstPage)) this.announcedAt.set(Date.now());
    }
  }

  /** Loads the page again, with the new tickets. */
  show(): void {
    this.announcedAt.set(0);
    this.list.reloadAfterChange();
  }

  /** A ticket that cannot be read stays as it was: it may be gone, and the next load of the list shows that. */
  private async read(id: number): Promise<void> {
    try {
      const { ticket } = await firstValueFrom(this.api.fetchTicket(id));
      const shown = untracked(this.list.page)?.tickets.find((each) => each.id === id);
      if (!shown || ticket.updated_at <= shown.updated_at) return;
      this.list.replace(ticket);
      this.changes.highlightChanged(ticket);
    } catch {
      // See above.
    }
  }
}
