import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import type { Permission } from '@docket/domain';
import { Session } from './session';

/** Longest time that a page waits for the session, in ms. */
const WAIT_MS = 1_000;

/**
 * Shows another page to those who lack a permission. Waits for the session for a second at most: if the page opens too early, the
 * API refuses its requests.
 */
export function needs(permission: Permission): CanActivateFn {
  return async () => {
    const session = inject(Session);
    const router = inject(Router);
    if (!session.isKnown()) await Promise.race([session.settled(), pause(WAIT_MS)]);
    if (session.can(permission) || session.mustSignIn()) return true;
    return new RedirectCommand(router.parseUrl('/not-allowed'), { skipLocationChange: true });
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
