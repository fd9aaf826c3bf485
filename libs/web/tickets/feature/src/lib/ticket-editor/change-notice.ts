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
import { CategoryText, PriorityText, StatusText } from '@docket/web/tickets/ui';
import type { LabelChange } from './label-change';

export interface ChangeNoticeData {
  readonly ticket: Ticket;
  readonly change: LabelChange;
  /** Why the change was not saved; absent when it was. */
  readonly problem?: Problem;
}

/** "Status set to resolved · Undo", or why not. Its action undoes a change, or tries a failed one again. */
@Component({
  selector: 'docket-change-notice',
  imports: [CategoryText, MatButton, MatSnackBarAction, MatSnackBarActions, MatSnackBarLabel, PriorityText, StatusText],
  templateUrl: './change-notice.html',
  styleUrl: './change-notice.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChangeNotice {
  protected readonly notice = inject<MatSnackBarRef<ChangeNotice>>(MatSnackBarRef);
  protected readonly data = inject<ChangeNoticeData>(MAT_SNACK_BAR_DATA);
}
