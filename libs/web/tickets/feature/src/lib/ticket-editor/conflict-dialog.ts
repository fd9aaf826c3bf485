import { LowerCasePipe } from '@angular/common';
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
import { PropertyBadge, PropertyNamePipe } from '@docket/web/tickets/ui';
import { AgeText } from '@docket/web/ui';
import type { PropertyChange } from './property-change';

export type ConflictAnswer = 'mine' | 'theirs';

export interface Conflict {
  /** The current version of the ticket. */
  readonly current: Ticket;
  readonly change: PropertyChange;
}

/** Shows the other person's value and the user's own, and lets the user choose. */
@Component({
  selector: 'docket-conflict-dialog',
  imports: [
    AgeText,
    LowerCasePipe,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    PropertyBadge,
    PropertyNamePipe,
  ],
  templateUrl: './conflict-dialog.html',
  styleUrl: './conflict-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConflictDialog {
  protected readonly conflict = inject<Conflict>(MAT_DIALOG_DATA);
  protected readonly now = Date.now();
  protected readonly property = this.conflict.change.property;
}
