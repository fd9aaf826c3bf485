import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';

/** Asks before typed text is lost. Closes with true when the user means to leave; with anything else, they stay. */
@Component({
  selector: 'docket-leave-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  templateUrl: './leave-dialog.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeaveDialog {}
