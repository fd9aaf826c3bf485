import { ChangeDetectionStrategy, Component, inject, input, model } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { Session, type SessionUser, forgetTexts } from '@docket/web/people/data';
import { RELOAD_PAGE } from '@docket/web/ui';
import { MenuAnchor } from '@docket/web/ui/menu-anchor';
import { Notices } from '@docket/web/ui/notices';
import { SignOutFailure } from './sign-out-failure';

/** Menu of the signed-in person, with the sign-out. Opens over the button next to it. */
@Component({
  selector: 'docket-person-menu',
  imports: [MatMenu, MatMenuItem, MatMenuTrigger, MenuAnchor, RouterLink],
  templateUrl: './person-menu.html',
  styleUrl: './person-menu.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PersonMenu {
  private readonly session = inject(Session);
  private readonly notices = inject(Notices);
  private readonly reloadPage = inject(RELOAD_PAGE);
  readonly isOpen = model(false);
  readonly person = input.required<SessionUser>();

  /** Signs out, reloads the page, and removes drafts and positions, because the next person must not see them. */
  protected async signOut(): Promise<void> {
    try {
      await this.session.signOut();
    } catch {
      this.notices.show({
        component: SignOutFailure,
        data: undefined,
        isFailure: true,
        onAction: () => void this.signOut(),
      });
      return;
    }
    forgetTexts();
    this.reloadPage('/sign-in');
  }
}
