import { Injectable, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { Ticket } from '@docket/web/data-access';
import { firstValueFrom } from 'rxjs';
import { ConflictDialog, type ConflictAnswer, type Conflict } from './conflict-dialog';
import type { LabelChange } from './label-change';

/** Asks the user whose value shall stand. */
@Injectable({ providedIn: 'root' })
export class ConflictQuestion {
  private readonly dialog = inject(MatDialog);

  /** Closing the dialog without an answer leaves the other person's value: nothing is overwritten by accident. */
  async ask(current: Ticket, change: LabelChange): Promise<ConflictAnswer> {
    const dialog = this.dialog.open<ConflictDialog, Conflict, ConflictAnswer>(ConflictDialog, {
      data: { current, change },
      width: '480px',
    });
    return (await firstValueFrom(dialog.afterClosed())) ?? 'theirs';
  }
}
