import type { Injector } from '@angular/core';
import { openDialog } from '@docket/web/ui/open-dialog';
import { TokenDialog, type TokenOwner } from './token-dialog';

/** Creates a token and shows it once. Returns whether there is a new token. */
export async function openTokenDialog(injector: Injector, data: TokenOwner): Promise<boolean> {
  return (await openDialog<boolean>(injector, TokenDialog, { data, width: '32rem' })) === true;
}
