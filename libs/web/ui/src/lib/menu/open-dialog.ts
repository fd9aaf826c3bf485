import type { ComponentType } from '@angular/cdk/overlay';
import { Location } from '@angular/common';
import type { Injector } from '@angular/core';
import { MatDialog, type MatDialogConfig } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { BackCloses } from './back-closes';

/**
 * Opens a dialog that Back closes; on touch screens, Back then stays on the page. While `disableClose` is set, Back does not close it,
 * because it may show a secret that Docket cannot show again.
 * @returns the dialog's result; undefined if the person closes it in another way
 */
export function openDialog<R = never>(
  injector: Injector,
  component: ComponentType<unknown>,
  config: MatDialogConfig<unknown>,
): Promise<R | undefined> {
  // Otherwise, Back would close all dialogs, regardless of `disableClose`.
  const closeOnNavigation = false;
  const dialog = injector.get(MatDialog).open<unknown, unknown, R>(component, { ...config, closeOnNavigation });
  const canClose = () => !dialog.disableClose;
  const backCloses = injector.get(BackCloses);
  const closed = backCloses.opened(() => dialog.close(), canClose);
  const back = injector.get(Location).subscribe(() => {
    if (!backCloses.isActive && canClose()) dialog.close();
  });
  return firstValueFrom(dialog.afterClosed()).finally(() => {
    back.unsubscribe();
    closed();
  });
}
