import type { Injector } from '@angular/core';
import { Session } from '@docket/web/people/data';
import { openDialog } from '@docket/web/ui/open-dialog';
import { SessionEndedDialog } from './session-ended-dialog';

/** Opens the dialog over the page and other dialogs. It closes only by its buttons: Escape would lose typed text. */
export function openSessionEnded(injector: Injector): void {
  const autoFocus = injector.get(Session).canUsePassword() ? 'input[name=password]' : 'docket-provider-button a';
  void openDialog(injector, SessionEndedDialog, { width: '26rem', autoFocus, disableClose: true });
}
