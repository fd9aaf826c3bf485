import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { User } from '@docket/web/people/data/users';
import { AgeText } from '@docket/web/ui';
import { Avatar } from '@docket/web/ui/avatar';
import { RoleNamePipe } from '../role-name/role-name-pipe';
import type { UserAction } from '../user-dialogs/user-action';
import { UserMenuButton } from './user-menu-button';
import { UserStateText } from './user-state-text';

/** Table of users, with a menu in each row. */
@Component({
  selector: 'docket-user-table',
  imports: [AgeText, Avatar, RoleNamePipe, UserMenuButton, UserStateText],
  templateUrl: './user-table.html',
  styleUrl: './user-table.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UserTable {
  readonly users = input.required<readonly User[]>();
  /** Id of the signed-in person. */
  readonly ownId = input<number>();
  /** Display name of the identity provider. */
  readonly provider = input<string>();
  /** Ms since 1970. */
  readonly now = input.required<number>();
  readonly action = output<{ user: User; action: UserAction }>();
}
