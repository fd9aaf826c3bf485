import type { Injector } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { HelpDialog } from './help-dialog';

/** Shows the list of shortcuts. In a file of its own, so that nothing of it is loaded before. */
export function openHelp(injector: Injector): void {
  const dialog = injector.get(MatDialog);
  if (dialog.openDialogs.length === 0) dialog.open(HelpDialog, { width: '440px', autoFocus: 'dialog' });
}
