import { Injectable, Injector, inject } from '@angular/core';
import type { Ticket } from '@docket/web/tickets/data';
import type { ConflictAnswer } from './conflict-dialog';
import type { FieldChange } from './field-change';

/** Asks the user which of two conflicting values to keep. */
@Injectable({ providedIn: 'root' })
export class ConflictQuestion {
  private readonly injector = inject(Injector);

  /** Opens the dialog, which loads when first needed, because conflicts are rare. */
  async ask(current: Ticket, change: FieldChange, isUndo: boolean): Promise<ConflictAnswer> {
    const { openConflict } = await import('./open-conflict');
    return openConflict(this.injector, { current, change, isUndo });
  }
}
