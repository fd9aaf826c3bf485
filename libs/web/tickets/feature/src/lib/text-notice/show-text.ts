import type { Injector } from '@angular/core';
import { Notices } from '@docket/web/ui/notices';
import { TextNotice } from './text-notice';

/** Answers a key that changed nothing, for a few seconds. A separate file, so that it loads only when needed. */
export function showText(injector: Injector, text: string): void {
  injector.get(Notices).show({ component: TextNotice, data: text, isAnswer: true });
}
