import { DestroyRef, type ElementRef, type Injector, type Signal } from '@angular/core';
import { shortcutKey } from '@docket/web/ui';
import { HeldKeys } from '../held-keys';
import type { TicketTable } from '../ticket-table/ticket-table';

interface ListParts {
  readonly openId: Signal<number | undefined>;
  readonly scroller: Signal<ElementRef<HTMLElement>>;
  readonly table: Signal<TicketTable | undefined>;
}

/** Keys of the list that are seldom needed. The page imports this after the list. */
export class ListKeys {
  constructor(
    private readonly parts: ListParts,
    injector: Injector,
  ) {
    const heldKeys = injector.get(HeldKeys);
    const press = (event: KeyboardEvent) => {
      // The row has opened the menu of its status, which loads when first opened. The keys pressed meanwhile are for the menu.
      if (event.key === 's' && event.defaultPrevented && parts.table()?.focusedId()) heldKeys.holdUntilMenu();
      const key = shortcutKey(event);
      const isArrow = key === 'ArrowDown' || key === 'ArrowUp';
      if (!(isArrow && this.enterRows()) && !(key === 'b' && this.pressOffered())) return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    injector.get(DestroyRef).onDestroy(() => document.removeEventListener('keydown', press));
  }

  /** Next to an open ticket, leads from the list as a whole to a row. It has the focus after the button of a page. */
  private enterRows(): boolean {
    const { openId, scroller, table } = this.parts;
    if (openId() === undefined || document.activeElement !== scroller().nativeElement) return false;
    table()?.focus();
    return true;
  }

  /** Presses the last button on the page with this key: "3 new tickets", "New below", "Try again", or that of a notice. */
  private pressOffered(): boolean {
    const button = [...document.querySelectorAll<HTMLElement>('[aria-keyshortcuts=b]')].at(-1);
    button?.click();
    return button !== undefined;
  }
}
