import type { Injector } from '@angular/core';
import { Notices } from '@docket/web/ui/notices';
import { ChangeNotice, type ChangeNoticeData } from './change-notice';

/**
 * Shows the notice and calls back when the user presses its button. Returns a function that dismisses the notice. A separate file, so that
 * it loads only when needed.
 */
export function showNotice(injector: Injector, data: ChangeNoticeData, onAction: () => void): () => void {
  return injector.get(Notices).show({ component: ChangeNotice, data, isFailure: !!data.problem, onAction });
}
