import { ChangeDetectionStrategy, Component, computed, input, model, output } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { User } from '@docket/web/people/data/users';
import { MenuAnchor } from '@docket/web/ui/menu-anchor';
import type { UserAction } from '../user-dialogs/user-action';

/** Administrator's menu for a user. Disabled items state the reason. */
@Component({
  selector: 'docket-user-menu',
  imports: [MatMenu, MatMenuItem, MatMenuTrigger, MenuAnchor],
  templateUrl: './user-menu.html',
  styles: `
    .reason {
      display: block;
      max-width: 15rem;
      color: var(--mat-sys-on-surface-variant);
      font-size: var(--docket-text-small);
      line-height: 1.125rem;
      white-space: normal;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UserMenu {
  readonly isOpen = model(false);
  readonly user = input.required<User>();
  readonly action = output<UserAction>();
  protected readonly mayChangeRole = computed(() => !this.user().is_last_admin && !this.user().role_is_managed);
  protected readonly isPerson = computed(() => this.user().kind === 'person');
}
