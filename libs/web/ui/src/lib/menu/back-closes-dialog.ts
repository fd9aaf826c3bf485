import type { Injector } from '@angular/core';
import type { MatDialogRef } from '@angular/material/dialog';
import { BackCloses } from './back-closes';

/** On touch screens, Back closes the dialog and stays on the page. Call when it opens. */
export function backClosesDialog<C, R>(injector: Injector, dialog: MatDialogRef<C, R>): void {
  const backCloses = injector.get(BackCloses);
  backCloses.opened(() => dialog.close());
  dialog.afterClosed().subscribe(() => backCloses.closed());
}
