import { Injectable, Injector, inject } from '@angular/core';
import type { Ticket } from '@docket/web/tickets/data';
import type { ConflictAnswer } from './conflict-dialog';
import type { LabelChange } from './label-change';

/** Asks the user whose value shall stand. */
@Injectable({ providedIn: 'root' })
export class ConflictQuestion {
  private readonly injector = inject(Injector);

  /** The dialog is loaded when it is first needed, which is rare. */
  async ask(current: Ticket, change: LabelChange): Promise<ConflictAnswer> {
    const { openConflict } = await import('./open-conflict');
    return openConflict(this.injector, { current, change });
  }
}
