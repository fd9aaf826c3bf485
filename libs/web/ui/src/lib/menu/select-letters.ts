import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Directive, ElementRef, inject } from '@angular/core';
import type { MatOption } from '@angular/material/core';
import { MatSelect } from '@angular/material/select';
import { isComposing } from '../shortcut/is-composing';

/**
 * Moves to an option of an open select by letters immediately, and chooses it in a closed select for one option. Material waits for more
 * letters, and ignores the Space, Enter or Tab of a quick typist meanwhile.
 */
@Directive()
export class SelectLetters {
  private readonly select = inject(MatSelect, { host: true });
  private readonly announcer = inject(LiveAnnouncer);
  private typed = '';

  constructor() {
    const { nativeElement } = inject<ElementRef<HTMLElement>>(ElementRef);
    nativeElement.addEventListener('keydown', (event) => this.take(event), { capture: true }); // before Material's listener
  }

  private take(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey } = event;
    const isLetter = [...key].length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey && !isComposing(event);
    const { panelOpen, multiple, disabled } = this.select;
    if (!isLetter || disabled || (multiple && !panelOpen)) {
      this.typed = '';
      return;
    }
    const option = this.find(key);
    if (!option && !panelOpen) return; // may be a shortcut
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!option) return;
    if (panelOpen) this.select._keyManager.setActiveItem(option);
    else this.choose(option);
  }

  private choose(option: MatOption): void {
    this.select._keyManager.updateActiveItem(option);
    option._selectViaInteraction();
    void this.announcer.announce(option.viewValue); // a closed select shows its options to nobody
  }

  /** The option that begins with all letters so far, else the next one that begins with the last letter. */
  private find(letter: string): MatOption | undefined {
    const options = this.select.options.toArray();
    const active = Math.max(0, this.select._keyManager.activeItemIndex ?? 0);
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
