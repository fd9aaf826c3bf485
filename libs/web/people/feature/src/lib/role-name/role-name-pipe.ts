import { Pipe, type PipeTransform } from '@angular/core';
import type { Role } from '@docket/domain';

const NAMES: Readonly<Record<Role, string>> = { admin: 'Administrator', agent: 'Agent', viewer: 'Viewer' };

/** Display name of a role. */
@Pipe({ name: 'docketRoleName' })
export class RoleNamePipe implements PipeTransform {
  transform(role: Role): string {
    return NAMES[role];
  }
}
