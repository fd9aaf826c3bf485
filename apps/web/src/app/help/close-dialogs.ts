import type { Injector } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';

/** Closes all dialogs. A separate file, so that the dialogs' code loads only when one is open. */
export function closeDialogs(injector: Injector): void {
  injector.get(MatDialog).closeAll();
}
