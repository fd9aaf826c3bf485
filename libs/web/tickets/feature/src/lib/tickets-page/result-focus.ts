import { type ElementRef, type Injector, type Signal, afterNextRender, effect, signal, untracked } from '@angular/core';
import type { TicketList } from '@docket/web/tickets/data';
import { HeldKeys } from '../held-keys';
import type { ListPosition } from './list-position';
import type { OnceCurrent } from './once-current';

export interface ResultParts {
  readonly list: TicketList;
  readonly onceCurrent: OnceCurrent;
  readonly position: ListPosition;
  readonly scroller: Signal<ElementRef<HTMLElement>>;
}

/** Keys that are not held: the person returns to the search, or closes the open ticket. */
const LEAVING = ['/', 'Escape'];

/**
 * Moves the focus from the search to a row of the results. Keys pressed before the results have loaded are for that row: in the list, they
 * would act on the open ticket.
 */
export class ResultFocus {
  private readonly heldKeys: HeldKeys;
  private endHold?: (isWanted: boolean) => void;
  private readonly isApplied = signal(false);

  constructor(
    private readonly parts: ResultParts,
    private readonly injector: Injector,
  ) {
    this.heldKeys = injector.get(HeldKeys);
    const waiting = () => {
      if (!this.isApplied() || parts.list.isLoading()) return;
      untracked(() => this.release());
    };
    effect(waiting, { injector });
  }

  /**
   * Focuses the first or the active row after the results have loaded. Enter then opens it. Call when the list has the focus.
   *
   * @param applied settles when the list has the query
   */
  async take(isFirst: boolean, applied: Promise<unknown> | undefined): Promise<void> {
    const { list, onceCurrent, position, scroller } = this.parts;
    const endHold = this.heldKeys.hold(scroller().nativeElement, { leaving: LEAVING });
    this.endHold?.(false); // of an earlier search
    this.endHold = endHold;
    this.isApplied.set(false);
    await applied;
    if (this.endHold !== endHold) return;
    onceCurrent(() => position.focusRow(isFirst ? list.page()?.tickets[0]?.id : undefined));
    this.isApplied.set(true);
  }

  /** Ends the hold after the focus has moved to the row. */
  private release(): void {
    const { endHold } = this;
    const { list } = this.parts;
    const hasRow = list.isCurrent() && !!list.page()?.tickets.length;
    this.isApplied.set(false);
    afterNextRender({ write: () => endHold?.(hasRow) }, { injector: this.injector });
  }
}
