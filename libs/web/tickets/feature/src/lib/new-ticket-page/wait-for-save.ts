import type { CanDeactivateFn } from '@angular/router';

/** A page with a save that may be running. */
export interface SavingPage {
  /** Waits for a running save. False if the save failed and the page shows the failure. */
  canLeave(): boolean | Promise<boolean>;
}

/**
 * Stays on the page until it has saved, so that a failure is seen. Does not delay the sign-in, because the draft is stored. The page is
 * null if it failed to load.
 */
export const waitForSave: CanDeactivateFn<SavingPage | null> = (page, _route, _state, next) =>
  next.url.startsWith('/sign-in') || (page?.canLeave() ?? true);
