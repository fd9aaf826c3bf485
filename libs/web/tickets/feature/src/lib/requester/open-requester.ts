import type { Injector } from '@angular/core';
import { openDialog } from '@docket/web/ui/open-dialog';
import { type ChosenRequester, RequesterDialog, type RequesterDialogData } from './requester-dialog';

/** Opens the dialog. Undefined if the person cancels. A separate file, so that the dialog loads only when needed. */
export function openRequester(injector: Injector, data: RequesterDialogData): Promise<ChosenRequester | undefined> {
  return openDialog<ChosenRequester>(injector, RequesterDialog, { data, width: '34rem' });
}
