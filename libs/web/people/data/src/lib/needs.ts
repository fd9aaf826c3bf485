import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import type { Permission } from '@docket/domain';
import { Session } from './session';

/** Maximum time that a page waits for the session, in ms. */
const WAIT_MS = 1_000;

/**
 * Guard that shows another page to people without a permission, and keeps the URL. Waits up to a second for the session: if the page opens
 * too early, the API refuses its requests.
 */
export function needs(permission: Permission): CanActivateFn {
  return async (_route, { url }) => {
    const session = inject(Session);
    const router = inject(Router);
    if (!session.isKnown()) await Promise.race([session.settled(), pause(WAIT_MS)]);
    if (session.can(permission) || session.mustSignIn()) return true;
    return new RedirectCommand(router.parseUrl('/not-allowed'), { browserUrl: url });
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
