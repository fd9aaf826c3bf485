import { Directive, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatSelect } from '@angular/material/select';
import { BackCloses } from './back-closes';
import { SelectLetters } from './select-letters';

/** Closes the select on Back, on touch screens. */
@Directive({ selector: 'mat-select[docketBackCloses]', hostDirectives: [SelectLetters] })
export class BackClosesSelect {
  constructor() {
    const backCloses = inject(BackCloses);
    const select = inject(MatSelect, { host: true });
    let closed: (() => void) | undefined;
    select.openedChange.pipe(takeUntilDestroyed()).subscribe((isOpen) => {
      if (isOpen) closed = backCloses.opened(() => select.close());
      else closed?.();
    });
  }
}
