import type { CanDeactivateFn } from '@angular/router';

/** A page that may have unsaved input. */
export interface LeavablePage {
  /** Asks the user if there is unsaved input. */
  canLeave(): boolean | Promise<boolean>;
}

/** Asks the page. The page is null if it failed to load. */
export const confirmLeaving: CanDeactivateFn<LeavablePage | null> = (page) => page?.canLeave() ?? true;
