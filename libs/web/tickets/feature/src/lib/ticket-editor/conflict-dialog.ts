import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { ConversationApi } from '@docket/web/conversation/data';
import type { Ticket } from '@docket/web/tickets/data';
import { AgeText } from '@docket/web/ui';
import { catchError, map, of } from 'rxjs';
import { FieldValueView } from '../ticket-fields/field-value';
import { changedBy } from './changed-by';
import { type FieldChange, valueOf } from './field-change';
import { fieldName } from './field-texts';

export type ConflictAnswer = 'mine' | 'theirs';

export interface Conflict {
  /** The current version of the ticket. */
  readonly current: Ticket;
  readonly change: FieldChange;
  /** Whether the change undoes an earlier change of the user. */
  readonly isUndo: boolean;
}

/** Shows the other person's value and the user's value, and lets the user choose. */
@Component({
  selector: 'docket-conflict-dialog',
  imports: [AgeText, FieldValueView, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  templateUrl: './conflict-dialog.html',
  styleUrl: './conflict-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConflictDialog {
  protected readonly conflict = inject<Conflict>(MAT_DIALOG_DATA);
  protected readonly now = Date.now();
  protected readonly field = this.conflict.change.field;
  protected readonly name = fieldName(this.field).toLowerCase();
  /** The other person, once known. */
  protected readonly author = toSignal(
    inject(ConversationApi)
      .fetchNewest(this.conflict.current.id)
      .pipe(
        map((entries) => changedBy(entries, this.field)),
        catchError(() => of(undefined)),
      ),
  );
  protected readonly theirs = valueOf(this.conflict.current, this.field);
}
