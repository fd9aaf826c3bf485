import { Injectable, Injector, inject } from '@angular/core';
import type { User } from '@docket/web/people/data/users';
import type { UserAction } from './user-action';

/** Opens the dialogs about users, which load when first opened. Each promise resolves when the dialog has closed. */
@Injectable()
export class UserDialogs {
  private readonly injector = inject(Injector);

  async invite(): Promise<void> {
    const { openInvite } = await import('./open-user-dialogs');
    await openInvite(this.injector);
  }

  async open(action: UserAction, user: User): Promise<void> {
    const { openChangeRole, openCreateLink, openRename, openUserStep } = await import('./open-user-dialogs');
    if (action === 'change-role') await openChangeRole(this.injector, user);
    else if (action === 'rename') await openRename(this.injector, user);
    else if (action === 'create-link') await openCreateLink(this.injector, user);
    else await openUserStep(this.injector, { user, step: action });
  }
}
