import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { Session } from '@docket/web/people/data';

/** The keyboard shortcuts. */
@Component({
  selector: 'docket-help-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  templateUrl: './help-dialog.html',
  styleUrl: './help-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HelpDialog {
  protected readonly session = inject(Session);
  /** Modifier key for Enter. */
  protected readonly control = /Mac|iP/.test(navigator.platform) ? '⌘' : 'Ctrl';
}
