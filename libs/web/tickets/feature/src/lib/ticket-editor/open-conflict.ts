import type { Injector } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { backClosesDialog } from '@docket/web/ui/back-closes-dialog';
import { firstValueFrom } from 'rxjs';
import { type Conflict, type ConflictAnswer, ConflictDialog } from './conflict-dialog';

/** Closing the dialog without a choice keeps the other person's value. */
export async function openConflict(injector: Injector, data: Conflict): Promise<ConflictAnswer> {
  const dialog = injector
    .get(MatDialog)
    .open<ConflictDialog, Conflict, ConflictAnswer>(ConflictDialog, { data, width: '30rem' });
  backClosesDialog(injector, dialog);
  return (await firstValueFrom(dialog.afterClosed())) ?? 'theirs';
}
