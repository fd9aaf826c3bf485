import type { CanDeactivateFn } from '@angular/router';

/** A page that may hold something the user would miss. */
export interface LeavablePage {
  /** Asks the user, if there is anything to lose. */
  mayLeave(): boolean | Promise<boolean>;
}

/** Lets the page decide. There is no page when it failed to load. */
export const confirmLeaving: CanDeactivateFn<LeavablePage | null> = (page) => page?.mayLeave() ?? true;
