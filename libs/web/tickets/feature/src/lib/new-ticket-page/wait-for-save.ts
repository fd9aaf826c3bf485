import type { CanDeactivateFn } from '@angular/router';

/** A page that may be saving. */
export interface SavingPage {
  /** Waits for a running save. False if it failed and the page shows the failure. */
  canLeave(): boolean | Promise<boolean>;
}

/**
 * Stays until the page has saved, so that a failure is seen. Does not hold up the sign-in: the draft is kept. The page is null if it
 * failed to load.
 */
export const waitForSave: CanDeactivateFn<SavingPage | null> = (page, _route, _state, next) =>
  next.url.startsWith('/sign-in') || (page?.canLeave() ?? true);
