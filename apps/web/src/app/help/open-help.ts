import type { Injector } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { openDialog } from '@docket/web/ui/open-dialog';
import { HelpDialog } from './help-dialog';

/** Opens the list of shortcuts, with the focus where arrow keys scroll. A separate file, so that the dialog loads only when needed. */
export function openHelp(injector: Injector): void {
  if (injector.get(MatDialog).openDialogs.length > 0) return;
  void openDialog(injector, HelpDialog, {
    width: '80rem',
    maxWidth: '94vw',
    maxHeight: '96dvh',
    autoFocus: 'mat-dialog-content',
  });
}
