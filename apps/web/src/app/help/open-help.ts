import type { Injector } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { backClosesDialog } from '@docket/web/ui/back-closes-dialog';
import { HelpDialog } from './help-dialog';

/** Opens the list of shortcuts. A separate file, so that the dialog loads only when needed. */
export function openHelp(injector: Injector): void {
  const dialogs = injector.get(MatDialog);
  if (dialogs.openDialogs.length > 0) return;
  backClosesDialog(injector, dialogs.open(HelpDialog, { width: '27.5rem', autoFocus: 'dialog' }));
}
