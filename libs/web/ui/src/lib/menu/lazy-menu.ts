import { ChangeDetectorRef, type WritableSignal, inject, signal } from '@angular/core';

/** State of a button whose menu loads when first opened. Create with the button's component. */
export class LazyMenu {
  private readonly changeDetector = inject(ChangeDetectorRef);
  readonly hasOpened = signal(false);
  private hasFailed = false;

  constructor(readonly isOpen: WritableSignal<boolean> = signal(false)) {}

  open(): void {
    if (this.hasFailed) return;
    this.hasOpened.set(true);
    this.isOpen.set(true);
  }

  /** Call if the menu could not be loaded. Only a reload of the page, which is offered then, loads it again. */
  fail(): void {
    this.hasFailed = true;
    this.isOpen.set(false);
  }

  /** Applies the state of the menu. Focuses the button after the menu has closed. */
  setOpen(isOpen: boolean, button: { focus(): void }): void {
    this.isOpen.set(isOpen);
    if (isOpen) return;
    this.changeDetector.detectChanges(); // the next key must not go to a menu
    button.focus();
  }
}
