import type { Injector } from '@angular/core';
import { Session } from '@docket/web/people/data';

/**
 * Opens the dialog that asks a person to sign in again after the end of their session. Opens the sign-in page if the dialog fails to load.
 */
export async function askToSignInAgain(injector: Injector): Promise<void> {
  try {
    const { openSessionEnded } = await import('./open-session-ended');
    openSessionEnded(injector);
  } catch {
    injector.get(Session).forget(); // the dialog failed to load
  }
}
