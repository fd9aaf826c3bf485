import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_SNACK_BAR_DATA,
  MatSnackBarAction,
  MatSnackBarActions,
  MatSnackBarLabel,
  MatSnackBarRef,
} from '@angular/material/snack-bar';
import type { Problem } from '@docket/web/http';
import type { Ticket } from '@docket/web/tickets/data';
import { ProblemReason } from '@docket/web/ui';
import { type FieldChange, isProperty } from './field-change';
import { fieldName, newValueText } from './field-texts';

export interface ChangeNoticeData {
  readonly ticket: Ticket;
  readonly change: FieldChange;
  /** The failure, if the change was not saved. */
  readonly problem?: Problem;
  /** Whether the change undid an earlier one. */
  readonly isUndone?: boolean;
}

/** "Status of #12 set to resolved" with a button to undo it, "Undone: status of #12 is again open" with one to repeat it, or the failure with a button to try again. */
@Component({
  selector: 'docket-change-notice',
  imports: [MatButton, MatSnackBarAction, MatSnackBarActions, MatSnackBarLabel, ProblemReason],
  templateUrl: './change-notice.html',
  styleUrl: './change-notice.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChangeNotice {
  protected readonly notice = inject<MatSnackBarRef<ChangeNotice>>(MatSnackBarRef);
  protected readonly data = inject<ChangeNoticeData>(MAT_SNACK_BAR_DATA);
  protected readonly name = fieldName(this.data.change.field);
  protected readonly value = newValueText(this.data.change, this.data.ticket);
  protected readonly isProperty = isProperty(this.data.change.field);
}
