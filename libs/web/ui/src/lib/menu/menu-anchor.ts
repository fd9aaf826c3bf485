import { Directive, Injector, afterNextRender, effect, inject, input, model } from '@angular/core';
import type { MatMenuTrigger } from '@angular/material/menu';
import type { OpenedBy } from './opened-by';

/**
 * The place of a menu over a button that is there before the menu is loaded: `#trigger="matMenuTrigger"
 * [docketMenuAnchor]="trigger"`. The button opens the menu by `openedBy`, and takes the focus back when that is `undefined`
 * again. Both stand in one box with `position: relative`. Given the trigger, since asking for its class would load it.
 */
@Directive({
  selector: '[docketMenuAnchor]',
  host: {
    'aria-hidden': 'true',
    '[style.position]': '"absolute"',
    '[style.inset]': '"0"',
    '[style.pointer-events]': '"none"',
  },
})
export class MenuAnchor {
  private readonly injector = inject(Injector);
  readonly trigger = input.required<MatMenuTrigger>({ alias: 'docketMenuAnchor' });
  readonly openedBy = model<OpenedBy>();

  constructor() {
    effect((onCleanup) => {
      const trigger = this.trigger();
      trigger.restoreFocus = false;
      const closing = trigger.menuClosed.subscribe(() => this.openedBy.set(undefined));
      onCleanup(() => closing.unsubscribe());
    });
    effect(() => {
      const origin = this.openedBy();
      // The menu may be as new as this.
      if (origin) afterNextRender({ write: () => this.open(origin) }, { injector: this.injector });
      else this.trigger().closeMenu();
    });
  }

  private open(origin: NonNullable<OpenedBy>): void {
    this.trigger().openMenu();
    this.trigger().menu?.focusFirstItem(origin);
  }
}
