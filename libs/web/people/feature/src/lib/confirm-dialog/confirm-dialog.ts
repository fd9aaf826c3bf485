import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';

/** A question before an irreversible action. */
export interface Confirmation {
  readonly title: string;
  /** Consequence of the action. */
  readonly text: string;
  /** Verb on the button. */
  readonly action: string;
}

/** Asks for confirmation of an irreversible action. */
@Component({
  selector: 'docket-confirm-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 mat-dialog-title>{{ confirmation.title }}</h2>
    <mat-dialog-content>
      <p>{{ confirmation.text }}</p>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton="outlined" type="button" [mat-dialog-close]="false">Cancel</button>
      <button class="danger" matButton="filled" type="button" [mat-dialog-close]="true">
        {{ confirmation.action }}
      </button>
    </mat-dialog-actions>
  `,
  styleUrl: '../user-dialogs/user-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConfirmDialog {
  protected readonly confirmation = inject<Confirmation>(MAT_DIALOG_DATA);
}
