import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import type { User } from '@docket/web/people/data/users';
import { Icon, LazyMenu } from '@docket/web/ui';
import type { UserAction } from '../user-dialogs/user-action';
import { PEOPLE_ICONS } from '../people-icons';
import { UserMenu } from './user-menu';

/** Button of a user's menu, which is created when first opened. */
@Component({
  selector: 'docket-user-menu-button',
  imports: [Icon, MatIconButton, UserMenu],
  template: `
    <button
      #button
      matIconButton
      aria-haspopup="menu"
      type="button"
      [attr.aria-expanded]="menu.isOpen()"
      [attr.aria-label]="'Actions for ' + user().name"
      (click)="menu.open()"
    >
      <docket-icon [path]="icon" />
    </button>
    @if (menu.hasOpened()) {
      <docket-user-menu
        [isOpen]="menu.isOpen()"
        [user]="user()"
        (action)="action.emit($event)"
        (isOpenChange)="menu.setOpen($event, button)"
      />
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      position: relative;
    }

    button {
      color: var(--mat-sys-on-surface-variant);
    }

    @media (pointer: coarse) {
      button {
        --mat-icon-button-state-layer-size: 2.75rem;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UserMenuButton {
  readonly user = input.required<User>();
  readonly action = output<UserAction>();
  protected readonly menu = new LazyMenu();
  protected readonly icon = PEOPLE_ICONS.more_horiz;
}
