import type { Injector } from '@angular/core';
import { Session } from '@docket/web/people/data';
import { openDialog } from '@docket/web/ui/open-dialog';
import { StepUpDialog } from './step-up-dialog';

/** Opens the dialog. Closing it without a proof means no. */
export async function openStepUp(injector: Injector): Promise<boolean> {
  const autoFocus = injector.get(Session).canUsePassword() ? 'input[name=password]' : 'docket-provider-button a';
  return (await openDialog<boolean>(injector, StepUpDialog, { width: '26rem', autoFocus })) === true;
}
