import type { Injector } from '@angular/core';
import { openDialog } from '@docket/web/ui/open-dialog';
import { type Conflict, type ConflictAnswer, ConflictDialog } from './conflict-dialog';

/** Opens the dialog. Closing it without a choice keeps the other person's value. */
export async function openConflict(injector: Injector, data: Conflict): Promise<ConflictAnswer> {
  return (await openDialog<ConflictAnswer>(injector, ConflictDialog, { data, width: '30rem' })) ?? 'theirs';
}
