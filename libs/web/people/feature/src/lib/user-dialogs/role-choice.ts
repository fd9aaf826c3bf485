import { ChangeDetectionStrategy, Component, model } from '@angular/core';
import { ROLES, type Role } from '@docket/domain';
import { RoleNamePipe } from '../role-name/role-name-pipe';

/** Choice of a role, with the permissions of each. */
@Component({
  selector: 'docket-role-choice',
  imports: [RoleNamePipe],
  templateUrl: './role-choice.html',
  styleUrl: './role-choice.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoleChoice {
  readonly role = model.required<Role>();
  protected readonly roles = ROLES;
}
