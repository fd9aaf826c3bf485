import { ChangeDetectorRef, type WritableSignal, inject, signal } from '@angular/core';

/** The state of a button whose menu loads when it is first opened. Created with the component of the button. */
export class LazyMenu {
  private readonly changeDetector = inject(ChangeDetectorRef);
  readonly hasOpened = signal(false);

  constructor(readonly isOpen: WritableSignal<boolean> = signal(false)) {}

  open(): void {
    this.hasOpened.set(true);
    this.isOpen.set(true);
  }

  /** Takes over the state of the menu. Focuses the button after the menu has closed. */
  setOpen(isOpen: boolean, button: { focus(): void }): void {
    this.isOpen.set(isOpen);
    if (isOpen) return;
    this.changeDetector.detectChanges(); // the next key is not for a menu
    button.focus();
  }
}
