import type { Injector } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { HelpDialog } from './help-dialog';

/** Opens the list of shortcuts. A separate file, so that the dialog loads only when needed. */
export function openHelp(injector: Injector): void {
  const dialog = injector.get(MatDialog);
  if (dialog.openDialogs.length === 0) dialog.open(HelpDialog, { width: '27.5rem', autoFocus: 'dialog' });
}
