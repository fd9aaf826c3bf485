import { Directive, ElementRef, inject } from '@angular/core';
import type { MatOption } from '@angular/material/core';
import { MatSelect } from '@angular/material/select';
import { isComposing } from '../shortcut/is-composing';

/**
 * Moves to an option of an open select by letters immediately. Material waits for more letters, and ignores the Space or Enter of a quick
 * typist meanwhile.
 */
@Directive()
export class SelectLetters {
  private readonly select = inject(MatSelect, { host: true });
  private typed = '';

  constructor() {
    const { nativeElement } = inject<ElementRef<HTMLElement>>(ElementRef);
    nativeElement.addEventListener('keydown', (event) => this.take(event), { capture: true }); // before Material's listener
  }

  private take(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey } = event;
    const isLetter = [...key].length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey && !isComposing(event);
    if (!isLetter || !this.select.panelOpen) {
      this.typed = '';
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    const option = this.find(key);
    if (option) this.select._keyManager.setActiveItem(option);
  }

  /** The option that begins with all letters so far, else the next one that begins with the last letter. */
  private find(letter: string): MatOption | undefined {
    const options = this.select.options.toArray();
    const active = this.select._keyManager.activeItemIndex ?? 0;
    const find = (typed: string, from: number) =>
      [...options.slice(from), ...options.slice(0, from)].find(
        ({ disabled, viewValue }) => !disabled && viewValue.toLowerCase().startsWith(typed.toLowerCase()),
      );
    const longer = this.typed + letter;
    const found = find(longer, active);
    this.typed = found ? longer : letter;
    return found ?? find(letter, active + 1);
  }
}
