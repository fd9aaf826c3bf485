import type { Injector } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { ChangeNotice, type ChangeNoticeData } from './change-notice';

const DURATION_MS = 8_000;

/** Shows the notice and calls back when the user presses its button. A separate file, so that it loads only when needed. */
export function showNotice(injector: Injector, data: ChangeNoticeData, callback: () => void): void {
  const politeness = data.problem ? 'assertive' : 'polite';
  const config = { data, duration: DURATION_MS, politeness } as const;
  injector.get(MatSnackBar).openFromComponent(ChangeNotice, config).onAction().subscribe(callback);
}
