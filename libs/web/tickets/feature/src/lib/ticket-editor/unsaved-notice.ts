import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_SNACK_BAR_DATA,
  MatSnackBarAction,
  MatSnackBarActions,
  MatSnackBarLabel,
  MatSnackBarRef,
} from '@angular/material/snack-bar';
import type { ChangeNoticeData } from './change-notice';
import { changesText } from './field-texts';

/** Names the changes that may not have been saved, with a button that tries all of them again. */
@Component({
  selector: 'docket-unsaved-notice',
  imports: [MatButton, MatSnackBarAction, MatSnackBarActions, MatSnackBarLabel],
  template: `
    <span matSnackBarLabel>Perhaps not saved: {{ text }}</span>
    <span matSnackBarActions>
      <button matButton matSnackBarAction aria-keyshortcuts="b" type="button" (click)="notice.dismissWithAction()">
        Try again
      </button>
    </span>
  `,
  styles: ':host { display: flex; }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnsavedNotice {
  protected readonly notice = inject<MatSnackBarRef<UnsavedNotice>>(MatSnackBarRef);
  protected readonly text = changesText(inject<readonly ChangeNoticeData[]>(MAT_SNACK_BAR_DATA));
}
