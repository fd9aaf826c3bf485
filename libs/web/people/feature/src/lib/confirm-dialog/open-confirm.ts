import type { Injector } from '@angular/core';
import { openDialog } from '@docket/web/ui/open-dialog';
import { ConfirmDialog, type Confirmation } from './confirm-dialog';

/** Opens the dialog. Closing it without a choice means no. */
export async function openConfirm(injector: Injector, data: Confirmation): Promise<boolean> {
  return (await openDialog<boolean>(injector, ConfirmDialog, { data, width: '28rem' })) ?? false;
}
