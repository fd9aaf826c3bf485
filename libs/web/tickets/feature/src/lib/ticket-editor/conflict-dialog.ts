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
import type { PropertyChange, PropertyValue } from './property-change';
import { PropertyText } from './property-text';

export type ConflictAnswer = 'mine' | 'theirs';

export interface Conflict {
  /** The current version of the ticket. */
  readonly current: Ticket;
  readonly change: PropertyChange;
}

/** Shows the other person's value and the user's own, and lets the user choose. */
@Component({
  selector: 'docket-conflict-dialog',
  imports: [AgeText, PropertyText, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  templateUrl: './conflict-dialog.html',
  styleUrl: './conflict-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConflictDialog {
  protected readonly conflict = inject<Conflict>(MAT_DIALOG_DATA);
  protected readonly now = Date.now();
  protected readonly theirs = this.value(this.conflict.current[this.conflict.change.field]);
  protected readonly mine = this.value(this.conflict.change.to);

  private value(value: string): PropertyValue {
    return { field: this.conflict.change.field, value } as PropertyValue;
  }
}
