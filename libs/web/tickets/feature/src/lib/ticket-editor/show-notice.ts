import type { Injector } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { ChangeNotice, type ChangeNoticeData } from './change-notice';

/** How long there is time to undo, in ms. */
const DURATION = 8_000;

/** Shows the message, and acts when the user takes up what it offers. In a file of its own, so that it is loaded when first needed. */
export function showNotice(injector: Injector, data: ChangeNoticeData, act: () => void): void {
  const politeness = data.problem ? 'assertive' : 'polite';
  const notice = injector.get(MatSnackBar).openFromComponent(ChangeNotice, { data, duration: DURATION, politeness });
  notice.onAction().subscribe(act);
}
