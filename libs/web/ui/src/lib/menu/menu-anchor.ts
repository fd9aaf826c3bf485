import { InputModalityDetector } from '@angular/cdk/a11y';
import {
  DestroyRef,
  Directive,
  ElementRef,
  Injector,
  afterNextRender,
  effect,
  inject,
  input,
  model,
} from '@angular/core';
import type { MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { BackCloses } from './back-closes';
import { onPageScroll } from './on-page-scroll';

/**
 * Opens a menu over a button that is rendered before the menu has loaded: `#trigger="matMenuTrigger" [docketMenuAnchor]="trigger"`. The
 * button sets `isOpen`, and takes the focus back when the menu closes. The anchor and the button need a common parent with `position:
 * relative`. The trigger is an input, because injecting its class would load it early.
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
  private readonly backCloses = inject(BackCloses);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private readonly modality = inject(InputModalityDetector);
  private closed?: () => void;
  private stopFollowing?: () => void;
  readonly trigger = input.required<MatMenuTrigger>({ alias: 'docketMenuAnchor' });
  /** Item to focus first; by default, the first one. */
  readonly currentItem = input<MatMenuItem>();
  readonly isOpen = model(false);

  constructor() {
    effect((onCleanup) => {
      const trigger = this.trigger();
      trigger.restoreFocus = false;
      const closing = trigger.menuClosed.subscribe(() => {
        this.closed?.();
        this.stopFollowing?.();
        this.isOpen.set(false);
      });
      onCleanup(() => closing.unsubscribe());
    });
    inject(DestroyRef).onDestroy(() => this.stopFollowing?.());
    effect(() => {
      // Opens after rendering, because the same change detection may have created the menu.
      if (this.isOpen()) afterNextRender({ write: () => this.open() }, { injector: this.injector });
      else this.trigger().closeMenu();
    });
  }

  private open(): void {
    const trigger = this.trigger();
    trigger.openMenu();
    this.closed = this.backCloses.opened(() => trigger.closeMenu());
    this.stopFollowing?.();
    this.stopFollowing = onPageScroll(this.element, () => trigger.updatePosition());
    const origin = this.modality.mostRecentModality ?? 'program';
    trigger.menu?.focusFirstItem(origin); // unless an item already has the focus
    afterNextRender({ write: () => this.currentItem()?.focus(origin) }, { injector: this.injector });
  }
}
