import type { Injector } from '@angular/core';
import { Notices } from '@docket/web/ui/notices';
import { ChangeNotice, type ChangeNoticeData } from './change-notice';
import { UnsavedChanges } from './unsaved-changes';

/**
 * Shows the notice and calls back when the user presses its button. Returns a function that dismisses the notice. A separate file, so that
 * it loads only when needed.
 */
export function showNotice(injector: Injector, data: ChangeNoticeData, onAction: () => void): () => void {
  const unsaved = injector.get(UnsavedChanges);
  const { problem } = data;
  if (problem?.status === 0 || problem?.status === 503) return unsaved.add(data, onAction);
  const dismiss = problem
    ? injector.get(Notices).show({ component: ChangeNotice, data, isFailure: true, onAction })
    : unsaved.showSaved(data, onAction);
  unsaved.forget(data); // afterwards, because a notice of the others waits behind this one
  return dismiss;
}
