import type { Injector } from '@angular/core';
import { Session } from '@docket/web/people/data';

/** Opens the dialog that asks a person whose session has ended to sign in again. Without it, leads to the sign-in page. */
export async function askToSignInAgain(injector: Injector): Promise<void> {
  try {
    const { openSessionEnded } = await import('./open-session-ended');
    openSessionEnded(injector);
  } catch {
    injector.get(Session).forget(); // the dialog could not be loaded
  }
}
