import { type ElementRef, Injector, type Signal, afterNextRender, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationStart, Router } from '@angular/router';
import { isFocusLost } from '@docket/web/ui';
import { ListMemory } from '../list-memory';
import type { TicketTable } from '../ticket-table/ticket-table';

interface ListParts {
  readonly scroller: Signal<ElementRef<HTMLElement>>;
  readonly table: Signal<TicketTable | undefined>;
  /** Path and query of the list. */
  readonly url: () => string;
  readonly isTicketOpen: () => boolean;
}

/** The user's position in the list: the scroll position and the active row. Create in an injection context. */
export class ListPosition {
  private readonly injector = inject(Injector);
  private readonly memory = inject(ListMemory);
  private readonly router = inject(Router);
  private hasReturned = false;
  /** Identifies the list page that was last scrolled to the top. */
  private scrolledQuery = '';

  constructor(private readonly parts: ListParts) {
    // Not on destroy: Angular has removed the list by then, and removed elements have no scroll position.
    this.router.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      if (event instanceof NavigationStart) this.remember();
    });
  }

  /** Call when the table has rendered all rows. The first call restores the user's last position in this list. */
  restore(): void {
    if (this.hasReturned) return;
    this.hasReturned = true;
    const position = this.memory.recall(this.parts.url());
    const scroller = this.parts.scroller().nativeElement;
    if (!position || this.parts.isTicketOpen()) return;
    if (scroller.scrollTop === 0) scroller.scrollTop = position.top;
    const hasNavigated = this.router.lastSuccessfulNavigation()?.previousNavigation;
    // The active row may be outside of the visible rows.
    if (hasNavigated) this.focusRowIfLost(position.id, { preventScroll: position.top > 0 });
  }

  /** Remembers the position while other pages are open. */
  remember(): void {
    const top = this.parts.scroller().nativeElement.scrollTop;
    this.memory.remember({ url: this.parts.url(), top, id: this.parts.table()?.activeTicketId() });
  }

  /** Stores the position for a reload of the tab. */
  store(): void {
    this.remember();
    this.memory.store();
  }

  /**
   * Scrolls to the top if the page has changed. The first page keeps its position, at the top or restored. A reload or a changed row does
   * not scroll.
   */
  scrollToTop(query: string): void {
    const last = this.scrolledQuery;
    this.scrolledQuery = query;
    if (!last || query === last) return;
    const scroller = this.parts.scroller().nativeElement;
    scroller.scrollTo?.({ top: 0 });
    this.focusRowIfLost(undefined, { preventScroll: true }); // for example, the button of the last page is disabled now
  }

  /** Moves the focus from the filters to the list, so that its shortcuts work. The next key focuses a row, if none follows by itself. */
  focusList(): void {
    this.parts.scroller().nativeElement.focus({ preventScroll: true });
  }

  /** Focuses a row, by default the active one, unless the focus has left the list in the meantime. */
  focusRow(id?: number): void {
    const isThere = () => document.activeElement === this.parts.scroller().nativeElement;
    const focus = () => isThere() && this.parts.table()?.focus(id);
    afterNextRender({ write: focus }, { injector: this.injector });
  }

  /**
   * Focuses the row of a ticket. If it is not listed, focuses the active row, so that keys of a row work. Next to an open ticket, focuses
   * the list: its keys are for that ticket.
   */
  focusRowIfLost(id?: number, options?: FocusOptions): void {
    const focus = () => {
      if (!isFocusLost()) return;
      this.focusList();
      if (!this.parts.isTicketOpen()) this.parts.table()?.focus(id, options);
    };
    afterNextRender({ write: focus }, { injector: this.injector });
  }
}
