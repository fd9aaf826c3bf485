import { InjectionToken } from '@angular/core';

/** Reloads the page, or loads another one. Drafts and the position in the list are kept. */
export const RELOAD_PAGE = new InjectionToken<(url?: string) => void>('RELOAD_PAGE', {
  factory: () => (url) => (url === undefined ? location.reload() : location.assign(url)),
});
