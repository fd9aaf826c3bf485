import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { Ticket } from '@docket/web/tickets/data';
import { AgeText } from '@docket/web/ui';
import type { LabelChange, LabelValue } from './label-change';
import { LabelText } from './label-text';

export type ConflictAnswer = 'mine' | 'theirs';

export interface Conflict {
  /** The ticket as it is now. */
  readonly current: Ticket;
  readonly change: LabelChange;
}

/** Shows the other person's value and the user's own, and lets the user pick. */
@Component({
  selector: 'docket-conflict-dialog',
  imports: [AgeText, LabelText, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  templateUrl: './conflict-dialog.html',
  styleUrl: './conflict-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConflictDialog {
  protected readonly conflict = inject<Conflict>(MAT_DIALOG_DATA);
  protected readonly now = Date.now();
  protected readonly theirs = this.value(this.conflict.current[this.conflict.change.field]);
  protected readonly mine = this.value(this.conflict.change.to);

  private value(value: string): LabelValue {
    return { field: this.conflict.change.field, value } as LabelValue;
  }
}
