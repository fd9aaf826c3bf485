import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';

/** Asks before unsaved text is lost. Closes with true if the user wants to leave. */
@Component({
  selector: 'docket-leave-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  templateUrl: './leave-dialog.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeaveDialog {}
